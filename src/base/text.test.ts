import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { countWords } from "./text.ts";

test("words are counted as a reader counts them", () => {
  assert.equal(countWords(""), 0);
  assert.equal(countWords("— … –"), 0);
  assert.equal(countWords("Macron’s well-known 1,000.5 km"), 4);
  assert.equal(countWords("’tis “quoted” e.g. éclair"), 4);
  assert.equal(countWords("𝒜𝓃 old 𠮷 sign"), 4);
});

// The same rule as a pattern, which is what the words mean; counting sign by sign is only quicker.
const asPattern = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-.,]*/gu)?.length ?? 0;

test("any text has as many words as the rule says", () => {
  const sign = fc.constantFrom(
    "a",
    "é",
    "e\u0301",
    "’",
    "'",
    "-",
    ".",
    ",",
    " ",
    "\n",
    "5",
    "東",
    "𠮷",
    "🙂",
    "\ud800",
    "“",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(sign).map((signs) => signs.join("")),
  );
  fc.assert(
    fc.property(text, (each) => assert.equal(countWords(each), asPattern(each))),
    { numRuns: 2000 },
  );
});
