import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Block } from "./body.ts";
import { changesAgainst, isUnchanged, shareChanged, type ComparedCopy } from "./changes.ts";
import { processorTime } from "../../test/house/processor-time.ts";

test("copy taken as it came has no change", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const changes = changesAgainst(copyOf(texts), copyOf(texts));
      assert.ok(isUnchanged(changes));
      assert.equal(shareChanged(changes), 0);
    }),
  );
});

test("cut and added words make up the difference between both texts", () => {
  const text = fc.array(fc.constantFrom("one", "two", "three", "four"), { minLength: 1, maxLength: 8 });
  const texts = fc.array(
    text.map((words) => words.join(" ")),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const { wordsOfSource, wordsCut, wordsAdded, wordsChanged } = changesAgainst(
        copyOf(before),
        copyOf(after),
      );
      assert.equal(wordsOfSource - wordsCut + wordsAdded, wordsIn(after));
      assert.ok(wordsChanged >= Math.max(wordsCut, wordsAdded) / 2);
      assert.ok(wordsChanged <= wordsCut + wordsAdded);
    }),
  );
});

test("one word replaced counts as one word in one changed paragraph", () => {
  const changes = changesAgainst(
    copyOf(["The ferry sails at noon.", "Nobody was hurt."]),
    copyOf(["The ferry sails at six.", "Nobody was hurt."]),
  );
  assert.equal(changes.paragraphsChanged, 1);
  assert.equal(changes.wordsChanged, 1);
  assert.equal(changes.paragraphsCut + changes.paragraphsAdded, 0);
});

test("a paragraph split in two changes no word", () => {
  const changes = changesAgainst(
    copyOf(["The ferry sails at noon. Nobody was hurt in the harbour."]),
    copyOf(["The ferry sails at noon.", "Nobody was hurt in the harbour."]),
  );
  assert.equal(changes.wordsChanged, 0);
});

test("house style is no change: curly quotes, dashes, blanks", () => {
  const changes = changesAgainst(
    copyOf(['She said: "It\'s late" - and left.']),
    copyOf(["She said: “It’s late” – and  left."]),
  );
  assert.ok(isUnchanged(changes));
});

test("a lost link is named though every word is there", () => {
  const linked: Block = {
    type: "paragraph",
    content: [
      { type: "text", text: "See the " },
      { type: "text", text: "report", marks: [{ type: "link", attrs: { href: "https://who.example/r" } }] },
    ],
  };
  const source = { ...copyOf([]), body: { type: "doc" as const, content: [linked] } };
  const changes = changesAgainst(source, copyOf(["See the report"]));
  assert.deepEqual(changes.linksCut, ["https://who.example/r"]);
  assert.equal(changes.wordsChanged, 0);
  assert.ok(!isUnchanged(changes));
});

test("a picture of the partner that we keep is the same picture with and without our file", () => {
  const picture = { address: "https://who.example/p.jpg", picture: null };
  const source = { ...copyOf(["Words."]), mainPicture: picture };
  const kept = changesAgainst(source, { ...source, mainPicture: { ...picture, picture: "01" } });
  assert.equal(kept.picturesAdded + kept.picturesCut, 0);
  assert.equal(changesAgainst(source, copyOf(["Words."])).picturesCut, 1);
});

test("a rewritten headline, standfirst or byline is said", () => {
  const source = copyOf(["Words."]);
  const changes = changesAgainst(source, {
    ...source,
    headline: "Another",
    byline: [{ name: "Desk", place: null, role: null }],
  });
  assert.deepEqual([changes.headline, changes.standfirst, changes.byline], [true, false, true]);
});

test("no text takes longer than half a second: one endless word, stacked marks, thousands of changed paragraphs", () => {
  const many = (word: string) =>
    Array.from({ length: 5000 }, (_, at) => `${word} ${at} ${word.repeat(3)} stays`);
  const alternating = (word: string) =>
    Array.from({ length: 2500 }, (_, at) => `p${at}`).flatMap((same, at) => [
      same,
      Array.from({ length: 150 }, (_, n) => `${word}${at}${n}`).join(" "),
    ]);
  const pairs: [string[], string[]][] = [
    [["x".repeat(1_000_000)], ["x".repeat(999_999)]],
    [["a" + "\u0301".repeat(500_000)], ["a" + "\u0301".repeat(499_999)]],
    [many("one"), many("two")],
    [alternating("one"), alternating("two")],
  ];
  for (const [before, after] of pairs) {
    const start = processorTime();
    changesAgainst(copyOf(before), copyOf(after));
    const took = processorTime() - start;
    assert.ok(took < 500, `${took} ms`);
  }
});

const wordsIn = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.split(" ").length, 0);

function copyOf(texts: readonly string[]): ComparedCopy {
  const content = texts
    .filter((text) => text !== "")
    .map((text): Block => ({ type: "paragraph", content: [{ type: "text", text }] }));
  return {
    headline: "Talks open",
    standfirst: "",
    byline: [],
    mainPicture: null,
    body: { type: "doc", content },
  };
}
