import assert from "node:assert/strict";
import { test } from "node:test";
import { readIsoDate } from "./iso-date.ts";

const table: readonly [said: unknown, iso: string | null][] = [
  ["2026-11-23T06:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["2019-05-10T16:02:28+02:00", "2019-05-10T14:02:28.000Z"],
  ["20191115T143944-0500", "2019-11-15T19:39:44.000Z"],
  ["2026-11-23", "2026-11-23T00:00:00.000Z"],
  ["2026-11-23T06:00:00", "2026-11-23T06:00:00.000Z"],
  ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"],
  ["2026-11-22T24:00:00Z", "2026-11-23T00:00:00.000Z"],
  ["2024-02-29T10:00:00Z", "2024-02-29T10:00:00.000Z"],
  ["1850-04-02", "1850-04-02T00:00:00.000Z"],
  ["2026-02-29T10:00:00Z", null],
  ["2026-02-30", null],
  ["2026-13-01", null],
  ["2026-11-23T25:00:00Z", null],
  ["February 29th 2024", null],
  ["this field is not validated", null],
  ["", null],
  [null, null],
  [{ start: "2022-04-21" }, null],
];
for (const [said, iso] of table)
  test(`${JSON.stringify(said)} is ${iso ?? "no instant"}`, () => {
    const at = readIsoDate(said);
    assert.equal(at === null ? null : new Date(at).toISOString(), iso);
  });

test("where hours matter, a time without its zone is no time", () => {
  assert.equal(readIsoDate("2026-11-23T06:00:00", "no-time"), null);
  assert.equal(readIsoDate("2026-11-23", "no-time"), null);
});
