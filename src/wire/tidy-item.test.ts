import assert from "node:assert/strict";
import { test } from "node:test";
import { hours } from "../base/clock.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { tidyItem } from "./tidy-item.ts";

const arrivedAt = Date.UTC(2026, 10, 23, 6);
const tidy = (part: Parameters<typeof aWireItem>[0]) =>
  tidyItem(aWireItem(part), { partnerName: "Harbour Wire", arrivedAt });

test("a date after its arrival becomes the arrival, and what was said is kept", () => {
  const item = tidy({ publishedAt: arrivedAt + hours(1), versionCreated: Date.UTC(9999, 0) });
  assert.equal(item.publishedAt, arrivedAt);
  assert.equal(item.versionCreated, arrivedAt);
  assert.deepEqual(item.unmapped["datesAsSaid"], {
    publishedAt: "2026-11-23T07:00:00.000Z",
    versionCreated: "9999-01-01T00:00:00.000Z",
  });
});

test("a story of 1850 keeps its date", () => {
  const date = Date.UTC(1850, 3, 2);
  assert.equal(tidy({ publishedAt: date }).publishedAt, date);
});

test("a date that is none, or lies before year 1, is dropped", () => {
  assert.equal(tidy({ publishedAt: Number.NaN }).publishedAt, null);
  assert.equal(tidy({ publishedAt: -9e15 }).publishedAt, null);
});

test("a version is never older than its item", () => {
  const item = tidy({ firstCreated: 2000, versionCreated: 1000 });
  assert.equal(item.versionCreated, 2000);
});

test("an order that was only a future date gives way to arrival, a true number stays", () => {
  const future = arrivedAt + hours(24);
  assert.equal(tidy({ versionOrder: future, versionCreated: future }).versionOrder, null);
  assert.equal(tidy({ versionOrder: 20_261_123_060_000 }).versionOrder, 20_261_123_060_000);
});

test("lines lose their stray white space, words stay as they came", () => {
  const item = tidy({ headline: " Zelenskyiy\n and  Kushner, . ", standfirst: " Two  lines \n" });
  assert.equal(item.headline, "Zelenskyiy and Kushner, .");
  assert.equal(item.standfirst, "Two  lines");
});

test("what no page or database bears is left out of lines", () => {
  const item = tidy({
    headline: "Fer\u0000ry\u0007 \uD800",
    byline: [{ name: "\u0000", place: null, role: null }],
  });
  assert.equal(item.headline, "Ferry \uFFFD");
  assert.deepEqual(item.byline, []);
});

test("a source without a name gets the partner's, and so does the credit", () => {
  const item = tidy({ source: { name: null, address: null }, credit: "" });
  assert.equal(item.source.name, "Harbour Wire");
  assert.equal(item.credit, "Harbour Wire");
});
