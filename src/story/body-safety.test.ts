import assert from "node:assert/strict";
import { test } from "node:test";
import DOMPurify from "dompurify";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { anyPayload } from "../../test/house/any-payload.ts";
import { skipWithout } from "../../test/house/corpora.ts";
import { corpusPayloads, naughtyStrings } from "../../test/house/payloads.ts";
import { bodyFromHtml } from "./body-from-html.ts";
import { textOf } from "./body-text.ts";
import { bodyToPlainHtml } from "./body-to-html.ts";
import { body as schema } from "./body.ts";

// CASES XML-22 to XML-25: DOMPurify is the judge. Where it finds something to take out of what we wrote, we failed.
const judge = DOMPurify(new JSDOM("<!doctype html>").window);
const written = (payload: string) =>
  bodyToPlainHtml(bodyFromHtml(payload, { base: "https://partner.example/a/" }).body, {
    origin: "https://paper.example",
  });

function assertHarmless(payloads: readonly string[]) {
  const html = payloads.map(written).join("");
  judge.sanitize(html);
  const found = judge.removed.map((each) =>
    "element" in each ? each.element.nodeName : `@${each.attribute?.name}`,
  );
  if (found.length === 0) return;
  if (payloads.length === 1)
    assert.fail(`${found.join(" ")} survives ${JSON.stringify(payloads[0])} as ${html}`);
  for (const payload of payloads) assertHarmless([payload]);
}

const skip = skipWithout("payload-lists");

test("the judge finds what is dangerous", () => {
  judge.sanitize(`<p onclick="x()">a<script>x()</script><a href="javascript:x()">b</a>`);
  assert.equal(judge.removed.length, 3);
});

test("nothing dangerous of the corpora survives", { skip }, () => {
  const payloads = corpusPayloads();
  assert.ok(payloads.length >= 4000);
  for (let at = 0; at < payloads.length; at += 200) assertHarmless(payloads.slice(at, at + 200));
});

test("nothing dangerous of 6,000 generated payloads survives, and what is written reads as the same body", () => {
  fc.assert(
    fc.property(fc.array(anyPayload, { minLength: 20, maxLength: 20 }), (payloads) => {
      assertHarmless(payloads);
      for (const payload of payloads) {
        const { body } = bodyFromHtml(payload, { base: "https://partner.example/a/" });
        assert.deepEqual(schema.parse(body), body);
        assert.equal(written(written(payload)), written(payload));
      }
    }),
    { numRuns: 300 },
  );
});

test("the words before a payload survive it", { skip }, () => {
  for (const payload of corpusPayloads()) {
    const { body } = bodyFromHtml(`<p>Harmless words.</p>${payload}`, { base: null });
    assert.ok(textOf(body).startsWith("Harmless words."), payload);
  }
});

test("a naughty string that is text comes out as the text it was", { skip }, () => {
  for (const text of naughtyStrings()) {
    const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const shown = textOf(bodyFromHtml(`<p>x${escaped}x</p>`, { base: null }).body);
    const expected = `x${text}x`
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g, "")
      .replace(/[ \t\n\f\r]+/g, " ");
    if (!/[\u202a-\u202e\u2066-\u2069\f]/.test(text)) assert.equal(shown, expected);
  }
});
