import assert from "node:assert/strict";
import { test } from "node:test";
import { fileKey } from "./file-key.ts";

test("an ordinary key stays as the partner wrote it, small and large letters told apart", () => {
  assert.equal(fileKey("https://harbour.example/?p=7", "h"), "https://harbour.example/?p=7");
  assert.notEqual(fileKey("aBc", "h"), fileKey("abc", "h"));
});

test("blanks, NUL and half characters are no part of a key", () => {
  assert.equal(fileKey(" \n a\u0000b ", "h"), "ab");
  assert.equal(fileKey("a\uD800", "h"), "a\uFFFD");
});

test("an empty key is the content's", () => {
  assert.equal(fileKey(" \u0000 ", "h"), "content:h");
});

test("keys of any length stay apart and fit an index", () => {
  const one = fileKey("x".repeat(5000), "h");
  assert.ok(one.length < 100);
  assert.notEqual(one, fileKey("x".repeat(5001), "h"));
});
