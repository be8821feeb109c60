import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "./search-page.ts";

test("hits are marked, and what stands round them cannot become an element", () => {
  assert.equal(
    marked("a <b> \u0001quay\u0002 & \u0001wall\u0002").toString(),
    "a &lt;b&gt; <mark>quay</mark> &amp; <mark>wall</mark>",
  );
});

test("signs without their partner leave no trace", () => {
  assert.equal(marked("one\u0002 two \u0001three").toString(), "one two three");
});
