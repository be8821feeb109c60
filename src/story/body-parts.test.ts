import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyFromHtml } from "./body-from-html.ts";
import { linksOf, mapBlocks, picturesOf } from "./body-parts.ts";
import { textOf, wordsOf } from "./body-text.ts";
import { summaryBody } from "./summary-body.ts";

const { body } = bodyFromHtml(
  `<p>One two <a href="https://a.example/">three <b>four</b></a></p>
   <blockquote><p>Five<img src="https://a.example/q.jpg" alt="not counted"></p></blockquote>
   <ul><li>six <a href="https://a.example/">x</a></li></ul><table role=table><tr><td>seven<td>eight</table>`,
  { base: null },
);

test("the words of a body are those a reader reads, without alt texts and captions", () => {
  assert.equal(textOf(body), "One two three four\nFive\nsix x\nseven\neight");
  assert.equal(wordsOf(body), 9);
});

const hrefs = linksOf(body).map(({ href }) => href);

test("a link over several marks counts once, the same link elsewhere again", () => {
  assert.deepEqual(hrefs, ["https://a.example/", "https://a.example/"]);
});

test("pictures inside quotes are found and can be taken out", () => {
  assert.equal(picturesOf(body).length, 1);
  const without = mapBlocks(body, (block) => (block.type === "picture" ? [] : [block]));
  assert.equal(picturesOf(without).length, 0);
  assert.equal(textOf(without), textOf(body));
});

test("a quote that has lost all it held goes too", () => {
  const without = mapBlocks(body, (block) =>
    block.type === "paragraph" || block.type === "picture" ? [] : [block],
  );
  assert.deepEqual(
    without.content.map((block) => block.type),
    ["table"],
  );
});

test("a summary is whole paragraphs from the top, never more words than allowed", () => {
  const story = bodyFromHtml("<p>one two three</p><h2>four</h2><p>five six</p><p>seven</p>", {
    base: null,
  }).body;
  assert.equal(textOf(summaryBody(story, { words: 5 })), "one two three\nfive six");
  assert.equal(wordsOf(summaryBody(story, { words: 2 })), 0);
});
