import assert from "node:assert/strict";
import { test } from "node:test";
import { copyKind, hasEnd } from "./poll-copy-kind.ts";

const bytes = (text: string) => Buffer.from(text);

test("a feed, data, a page and anything else are told apart by content", () => {
  const kinds: readonly (readonly [string, string])[] = [
    ["<rss version='2.0'></rss>", "feed"],
    [
      "\uFEFF<?xml version='1.0'?>\n<?xml-stylesheet href='x'?><!-- html --><!DOCTYPE rss SYSTEM 'x'><RSS>",
      "feed",
    ],
    ["<rdf:RDF xmlns='x'>", "feed"],
    ["<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "feed"],
    ['{"version":"https://jsonfeed.org/version/1"}', "feed"],
    ['{"uri":"x"}', "data"],
    ["<nitf></nitf>", "data"],
    ["<!doctype html><p>", "page"],
    ["<!-- x --><HTML>", "page"],
    ["<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "page"],
    ["please sign in", "other"],
    ["", "other"],
  ];
  for (const [text, kind] of kinds) assert.equal(copyKind(bytes(text)), kind, text);
  assert.equal(copyKind(Buffer.from("\uFEFF<rss/>", "utf16le")), "feed");
});

test("copy has its end when its root is closed, whatever stands behind", () => {
  for (const text of [
    "<rss></rss>",
    "<?xml?><a:feed></a:feed >\n<!-- 0.2 s -->\n",
    "<rdf:RDF></rdf:RDF>",
    '{"a":[1]}',
    "[1]\n",
  ])
    assert.equal(hasEnd(bytes(text)), true, text);
  for (const text of ["<rss><item></item>", "<rss></rss", '{"a":[1]', '{"a":{}', "<feed></rss>", "", "text"])
    assert.equal(hasEnd(bytes(text)), false, text);
  assert.equal(hasEnd(Buffer.from("<rss></rss>", "utf16le")), true);
});
