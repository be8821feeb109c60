import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyBody } from "../../test/house/any-body.ts";
import { bodyFromHtml } from "./body-from-html.ts";
import { bodyToPlainHtml } from "./body-to-html.ts";
import { body as schema, type Body } from "./body.ts";

const origin = "https://paper.example";
const write = (content: Body["content"]) => bodyToPlainHtml({ type: "doc", content }, { origin });

test("a body written as plain HTML and read again is the same body", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      assert.deepEqual(bodyFromHtml(bodyToPlainHtml(body, { origin }), { base: null }).body, body);
    }),
    { numRuns: 1500 },
  );
});

test("every generated body is one the schema takes as it stands", () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      assert.deepEqual(schema.parse(body), body);
    }),
    { numRuns: 300 },
  );
});

test("text that looks like mark-up leaves as text", () => {
  const html = write([{ type: "paragraph", content: [{ type: "text", text: `<b onx='1'>"&amp;` }] }]);
  assert.equal(html, "<p>&lt;b onx=&#39;1&#39;&gt;&quot;&amp;amp;</p>");
});

test("own addresses leave whole, so that they lead home from any reader", () => {
  const mark = { type: "link" as const, attrs: { href: "/europe/2025/12/01/x" } };
  const html = write([{ type: "paragraph", content: [{ type: "text", text: "x", marks: [mark] }] }]);
  assert.match(html, /href="https:\/\/paper\.example\/europe\/2025\/12\/01\/x"/);
});

test("a kept picture is written with the address it has with us, one without any is left out", () => {
  const attrs = {
    picture: "p1",
    address: null,
    alt: "A",
    caption: "",
    credit: "",
    rights: null,
    width: null,
    height: null,
  };
  const body: Body = { type: "doc", content: [{ type: "picture", attrs }] };
  assert.equal(bodyToPlainHtml(body, { origin }), "");
  assert.match(
    bodyToPlainHtml(body, { origin, pictureAddress: (use) => `/media/${use.picture}.jpg` }),
    /<img src="https:\/\/paper\.example\/media\/p1\.jpg" alt="A">/,
  );
});

test("a link over several marks stays one link", () => {
  const link = { type: "link" as const, attrs: { href: "https://a.example/" } };
  const html = write([
    {
      type: "paragraph",
      content: [
        { type: "text", text: "a", marks: [link] },
        { type: "text", text: "b", marks: [{ type: "em" }, link] },
      ],
    },
  ]);
  assert.equal(html, `<p><a href="https://a.example/">a<em>b</em></a></p>`);
});
