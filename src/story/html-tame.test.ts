import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyBody } from "../../test/house/any-body.ts";
import { anyPayload } from "../../test/house/any-payload.ts";
import { skipWithout } from "../../test/house/corpora.ts";
import { corpusPayloads } from "../../test/house/payloads.ts";
import { bodyToPlainHtml } from "./body-to-html.ts";
import { readTameHtml } from "./html-tame.ts";
import { parseHtml, type HtmlParent } from "./html-tree.ts";

type Shape = string | { readonly name: string; readonly attrs: unknown; readonly inside: readonly Shape[] };

// A tree as data, so that two can be compared node by node.
const shapeOf = (parent: HtmlParent): Shape[] =>
  parent.childNodes.map((node) => {
    if ("tagName" in node)
      return {
        name: node.tagName,
        attrs: node.attrs.map(({ name, value }) => [name, value]),
        inside: shapeOf(node),
      };
    return "value" in node ? node.value : node.nodeName;
  });

/** True where the text was tame; fails where its tree is not the browser's. */
function assertSame(text: string): boolean {
  const tame = readTameHtml(text);
  if (tame === null) return false;
  const parsed = parseHtml(text);
  assert.ok("root" in parsed);
  assert.deepEqual(shapeOf(tame), shapeOf(parsed.root), JSON.stringify(text));
  return true;
}

const names =
  "p div ul ol li dl dt dd h2 h3 pre blockquote figure hr br img a b i em strong span code iframe q table td script svg".split(
    " ",
  );
const token = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `<${name}>`) },
  { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "x",
      " ",
      "\n",
      "a &amp; b",
      "&nbsp;",
      "&#8217;",
      "&#x41;",
      "&#128;",
      "&#0;",
      "&copy",
      "&copy;",
      "&b=1",
      "& ",
      "&",
      "&;",
      "&amp",
      "&notit;",
      "\u0000",
      "\r\n",
      "\f",
      "<",
      ">",
      "é😀",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      `<a href="x?a=1&b=2&copy=3">`,
      `<a href='x'>`,
      `<a href=x>`,
      `<a href="x" href="y">`,
      `<a href="x&amp;y" title="<b>">`,
      `<a href="&copy">`,
      `<a b c="d"e="f">`,
      `<img src="a" />`,
      `<p/>`,
      `<a href = "x"\n title=\n'y'>`,
      `<a href="?a=1&_b=2&lt_c=3">`,
      `<a href= x>`,
      `<P>`,
      `<br/>`,
      `<!-- x -->`,
      `<!-->`,
      `<!--->`,
      `<!-- a--b -->`,
      `<!-- a--!>`,
      `<!doctype html>`,
      `<iframe src="x"></iframe>`,
      `<p class="a"\n id='b'>`,
      `</p >`,
    ),
  },
);
const pair = fc
  .tuple(fc.constantFrom(...names), fc.array(token, { maxLength: 3 }))
  .map(([name, inside]) => `<${name}>${inside.join("")}</${name}>`);
const soup = fc.array(fc.oneof(token, pair), { maxLength: 8 }).map((each) => each.join(""));

test("what is read as tame has the browser's own tree, on soup of tags", () => {
  let tame = 0;
  fc.assert(
    fc.property(soup, (text) => {
      if (assertSame(text)) tame += 1;
    }),
    { numRuns: 20_000 },
  );
  assert.ok(tame > 2000, `only ${tame} were tame`);
});

test("the same on what we write ourselves and on hostile mark-up", () => {
  fc.assert(
    fc.property(anyBody, anyPayload, (body, payload) => {
      const html = bodyToPlainHtml(body, { origin: "https://paper.example" });
      assertSame(html);
      assertSame(`<p>x</p>${payload}`);
      assertSame(payload.replaceAll("\u0000", ""));
    }),
    { numRuns: 1500 },
  );
});

test("the same on the attack lists", { skip: skipWithout("payload-lists") }, () => {
  for (const payload of corpusPayloads()) assertSame(payload);
});

test("plain copy is tame, what needs repair is not", () => {
  assert.equal(
    assertSame(`<p>One <a href="https://a.example/?a=1&amp;b=2">two</a>.</p>\n<ul>\n<li>x</li>\n</ul>`),
    true,
  );
  for (const text of [
    "<p>a<p>b</p>",
    "<p>a<div>b</div></p>",
    "<b><i>x</b></i>",
    "<table></table>",
    "<script></script>",
    "<li>x</li>",
    "<P>x</P>",
  ])
    assert.equal(readTameHtml(text), null, text);
});
