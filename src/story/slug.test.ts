import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { slugOf } from "./slug.ts";

const cases: readonly (readonly [text: string, slug: string])[] = [
  [
    "US-Russia talks may pile pressure on Kyiv, says EU chief",
    "us-russia-talks-may-pile-pressure-on-kyiv-says-eu-chief",
  ],
  ["Zelenskyy: “We’re ready”", "zelenskyy-were-ready"],
  ["Teresa Suárez", "teresa-suarez"],
  ["Straße in Łódź, Ærø og Þingvellir", "strasse-in-lodz-aero-og-thingvellir"],
  ["Київ чекає", "kiyiv-chekaye"],
  ["Αθήνα σήμερα", "athina-simera"],
  ["ﬁnal ½ price", "final-1-2-price"],
  ["  --  ", "story"],
  ["", "story"],
  ["東京で地震", "story"],
  ["🙂", "story"],
  ["Search", "search-1"],
  ["Desk", "desk-1"],
];

for (const [text, slug] of cases)
  test(`the slug of ${JSON.stringify(text)} is ${slug}`, () => assert.equal(slugOf(text), slug));

test("a long headline is cut at a word and has at most 80 characters", () => {
  const slug = slugOf("ferry ".repeat(40));
  assert.ok(slug.length <= 80);
  assert.match(slug, /^ferry(-ferry)+$/);
  assert.equal(slugOf("x".repeat(200)).length, 80);
});

test("any text gives a slug that is one safe part of an address and is its own slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const slug = slugOf(text);
      assert.match(slug, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.ok(slug.length <= 82);
      assert.equal(slugOf(slug), slug);
    }),
  );
});
