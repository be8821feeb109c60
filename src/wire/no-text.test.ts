import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { whyNoText } from "./no-text.ts";

// The same "random" bytes each time.
const noise = Buffer.concat(
  Array.from({ length: 200 }, (_, at) => createHash("sha256").update(String(at)).digest()),
);

test("bytes that are no text are named as what they are", () => {
  const told = [
    noise,
    readFileSync(process.execPath).subarray(0, 100_000),
    Buffer.from("%PDF-1.4\n%words all the same"),
    Buffer.from("{\\rtf1 words}"),
    gzipSync("words"),
  ].map(whyNoText);

  assert.ok(told.every((sentence) => sentence !== null));
  assert.equal(new Set(told).size, 4); // noise and a program are told alike
});

test("text is left alone in whatever letters it comes, with a few stray control characters too", () => {
  const words = "Le Conseil d\u2019\u00c9tat \u0001 \u0627\u0644\u0628\u0631 \u4e2d\u6587 ".repeat(5);
  for (const bytes of [
    Buffer.from(words),
    Buffer.from(`\ufeff${words}`, "utf16le"),
    Buffer.from("<article>A wire in two bytes a letter, without a mark</article>", "utf16le"),
    Buffer.from("caf\u00e9 \u0093quoted\u0094", "latin1"),
    Buffer.from("page one\fpage two\u001a\r\n"),
    Buffer.alloc(0),
  ])
    assert.equal(whyNoText(bytes), null);
});
