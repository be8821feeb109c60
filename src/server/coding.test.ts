import assert from "node:assert/strict";
import { test } from "node:test";
import { codingFor, isUnchanged } from "./coding.ts";

test("the best coding a reader takes is chosen", () => {
  assert.equal(codingFor("gzip, deflate, br, zstd"), "br");
  assert.equal(codingFor("gzip, deflate"), "gzip");
  assert.equal(codingFor("GZIP"), "gzip");
  assert.equal(codingFor("br;q=0, gzip"), "gzip");
  assert.equal(codingFor("br;q=0.5, gzip;q=0.9"), "gzip");
  assert.equal(codingFor("*"), "br");
  assert.equal(codingFor("*;q=0"), "identity");
  assert.equal(codingFor("identity"), "identity");
  assert.equal(codingFor(""), "identity");
  assert.equal(codingFor(undefined), "identity");
});

test("what a reader has, in any coding, is known again", () => {
  for (const asked of ['"a"', '"a.br"', 'W/"a.gz"', '"x", "a.gz"', "*"])
    assert.ok(isUnchanged(asked, '"a"'), asked);
  for (const asked of [undefined, '"b"', "a", '""', '"ab"']) assert.ok(!isUnchanged(asked, '"a"'), asked);
});
