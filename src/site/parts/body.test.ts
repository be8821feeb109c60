import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { parseFragment } from "parse5";
import type { Block } from "../../story/body.ts";
import { aBody, h2, line, p } from "../../../test/house/a-body.ts";
import { otherBlocks, quayBody } from "../../../test/house/look-quay.ts";
import { markup } from "../markup.ts";
import { renderBody } from "./body.ts";

const plain = { dateline: "", between: null, source: null };
const drawn = (...blocks: Block[]) => renderBody(aBody(...blocks), plain).toString();

suite("the text of a story", () => {
  test("holds every kind of block in HTML without an error", () => {
    for (const body of [quayBody, otherBlocks]) {
      const errors: string[] = [];
      const html = renderBody(body, plain).toString();
      parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
      assert.deepEqual(errors, []);
    }
  });

  test("skips no level of heading, whatever the partner skipped", () => {
    const heading = (level: 2 | 3 | 4): Block => ({ type: "heading", attrs: { level }, content: line("x") });
    assert.deepEqual(drawn(heading(4), heading(4), heading(2), heading(4)).match(/<h\d/g), [
      "<h2",
      "<h3",
      "<h2",
      "<h3",
    ]);
  });

  test("opens with its dateline, in the first paragraph only", () => {
    const html = renderBody(aBody(h2("A heading"), p("One."), p("Two.")), {
      ...plain,
      dateline: "NAIROBI, March 14",
    }).toString();
    assert.match(html, /<\/h2>\s*<p><b class="dateline">NAIROBI, March 14 –<\/b> One\./);
    assert.equal(html.match(/dateline/g)?.length, 1);
  });

  test("makes one link of neighbours that lead to one place", () => {
    const link = { type: "link", attrs: { href: "https://one.example/" } } as const;
    const html = drawn({
      type: "paragraph",
      content: [
        { type: "text", text: "one ", marks: [link] },
        { type: "text", text: "link", marks: [{ type: "em" }, link] },
      ],
    });
    assert.match(html, /<p><a href="https:\/\/one\.example\/">one <em>link<\/em><\/a><\/p>/);
  });

  test("names whom an embed leads to by its address, whatever the copy calls it", () => {
    const address = "https://www.youtube.com/watch?v=abcdefghijk";
    const html = drawn({ type: "embed", attrs: { address, provider: "harbour", title: "The meeting" } });
    assert.ok(html.includes("YouTube") && !html.includes("harbour"));
  });

  test("draws no link to an address that could do something", () => {
    for (const href of [
      "javascript:alert(1)",
      " javascript:alert(1)",
      "data:text/html,x",
      "//evil.example",
      "java\nscript:x",
    ]) {
      const html = drawn({
        type: "paragraph",
        content: [{ type: "text", text: "x", marks: [{ type: "link", attrs: { href } }] }],
      });
      assert.doesNotMatch(html, /<a /, href);
      assert.doesNotMatch(
        drawn({ type: "embed", attrs: { address: href, provider: "", title: "x" } }),
        /<a /,
        href,
      );
    }
  });

  test("sets figures of a table to the right and words to the left", () => {
    const html = renderBody(quayBody, plain).toString();
    assert.match(html, /<tr><th scope="row">Grain and feed<\/th><td class="n">14<\/td>/);
    assert.match(html, /<thead><tr><th scope="col">Sailings a week<\/th><th scope="col" class="n">Now/);
  });
});

suite("an ad", () => {
  const ad = markup`<aside>AD</aside>`;
  const place = (...blocks: Block[]) => {
    const html = renderBody(aBody(...blocks), { ...plain, between: ad }).toString();
    assert.equal(html.match(/AD/g)?.length, 1);
    return html.slice(0, html.indexOf("<aside>")).match(/<p>/g)?.length ?? 0;
  };
  const paragraphs = (count: number) => Array.from({ length: count }, (_, at) => p(`Paragraph ${at}`));

  test("stands after the fourth paragraph at the earliest", () => {
    assert.equal(place(...paragraphs(9)), 4);
  });

  test("stands between two paragraphs, never beside a heading", () => {
    assert.equal(place(...paragraphs(4), h2("x"), ...paragraphs(3)), 5);
  });

  test("stands after a text that is too short for it", () => {
    assert.equal(place(...paragraphs(2)), 2);
  });
});
