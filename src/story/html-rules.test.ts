import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyFromHtml } from "./body-from-html.ts";
import { textOf } from "./body-text.ts";

const read = (html: string) => bodyFromHtml(html, { base: "https://partner.example/world/story" });
const blocks = (html: string) => read(html).body.content;
const words = (text: string) => [{ type: "text", text }];
const p = (text: string) => ({ type: "paragraph", content: words(text) });

for (const name of [
  "script",
  "style",
  "noscript",
  "template",
  "form",
  "xmp",
  "noembed",
  "noframes",
  "option",
  "textarea",
  "title",
  "plaintext",
  "select",
  "button",
])
  test(`<${name}> goes with what is in it`, () => {
    const html = `<p>seen</p><${name}>gone<b>gone</b></${name}>`;
    assert.equal(textOf(read(html).body), "seen");
  });

for (const attribute of [
  "hidden",
  `style="color:red;display: none"`,
  `style="visibility:hidden"`,
  `aria-hidden=true`,
  `class="sr-only"`,
])
  test(`text hidden by ${attribute} is left out and said`, () => {
    const { body, removed } = read(`<p>seen <span ${attribute}>not seen</span></p>`);
    assert.deepEqual(body.content, [p("seen")]);
    assert.deepEqual(removed, [{ what: "hidden text", text: "not seen" }]);
  });

test("a formula keeps its words", () => {
  assert.deepEqual(blocks(`<p>as <math alttext="x squared"><mi>x</mi></math> says</p>`), [
    p("as x squared says"),
  ]);
});

test("characters no page bears are left out, halves of a pair are replaced", () => {
  assert.deepEqual(blocks("<p>a\u0000b\u0007c\ufeffd\ufffee \ud800f</p>"), [p("abcde \ufffdf")]);
});

test("marks of direction stay where they are closed, and go where they could turn their neighbours", () => {
  assert.deepEqual(blocks("<p>a \u2067b\u2069</p><p>c \u202ed</p><p>e\u202c</p>"), [
    p("a \u2067b\u2069"),
    p("c d"),
    p("e"),
  ]);
});

test("blocks nested deeper than 32 lie flat and lose no word", () => {
  const { body } = read(`${"<blockquote>".repeat(300)}deep${"</blockquote>".repeat(300)}`);
  let depth = 0;
  for (let block = body.content[0]; block?.type === "quote"; block = block.content[0]) depth += 1;
  assert.equal(textOf(body), "deep");
  assert.ok(depth > 8 && depth <= 32, String(depth));
});
