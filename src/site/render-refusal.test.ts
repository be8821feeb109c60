import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "parse5";
import { lookPaper } from "../../test/house/look-edition.ts";
import { renderRefusal } from "./render-refusal.ts";

const room = { paper: lookPaper, origin: "https://courier.example" };

test("a refusal is a whole page that is not to be listed, for every status", () => {
  for (const status of [400, 404, 410, 418, 429, 451, 500, 503, 507]) {
    const errors: string[] = [];
    const html = renderRefusal({ status, code: "x", says: "It <cannot> be.", id: null }, room);
    parse(html, { onParseError: ({ code }) => errors.push(code) });
    assert.deepEqual(errors, []);
    assert.match(html, /<meta name="robots" content="noindex">/);
    assert.match(html, /It &lt;cannot&gt; be\./);
    assert.equal(html.match(/<h1/g)?.length, 1);
  }
});

test("a fault names its number, so that a reader can name it to us", () => {
  const fault = { status: 500, code: "something-failed", says: "It broke.", id: "01jd4k2m" };
  assert.match(renderRefusal(fault, room), /01jd4k2m/);
});
