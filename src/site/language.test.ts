import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf, languageTag } from "./language.ts";

test("languages run the way their script does", () => {
  for (const tag of ["ar", "he-IL", "fa", "UR", "az-Arab", "ckb"]) assert.equal(directionOf(tag), "rtl", tag);
  for (const tag of ["en", "da", "az", "ku", "arn", ""]) assert.equal(directionOf(tag), "ltr", tag);
});

test("a tag no browser takes gives way to the paper's", () => {
  assert.equal(languageTag("pt-BR", "en"), "pt-BR");
  for (const tag of ["", "english language", 'en" onload="x', "x"])
    assert.equal(languageTag(tag, "en"), "en");
});
