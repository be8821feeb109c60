import assert from "node:assert/strict";
import { test } from "node:test";
import { isSlip } from "./is-slip.ts";

test("a letter too many, too few, another one or two swapped is a slip", () => {
  for (const odd of ["Zelenskyiy", "Zelensky", "Zelenksyy", "Zelenzkyy", "Zelenskkyy"])
    assert.ok(isSlip(odd, "Zelenskyy"), odd);
});

test("an ending, another first letter or another word is no slip", () => {
  const others = [
    ["Koreas", "Korea"],
    ["Korean", "Korea"],
    ["Francis", "Francia"],
    ["Austria", "Australia"],
    ["Berger", "Gerger"],
    ["Ross", "Ros"],
    ["Merkel", "Merkel"],
  ] as const;
  for (const [odd, usual] of others) assert.ok(!isSlip(odd, usual), odd);
});
