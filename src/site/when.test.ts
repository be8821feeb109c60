import assert from "node:assert/strict";
import { test } from "node:test";
import { shortTime, told } from "./when.ts";

const place = { language: "en-GB", zone: "Europe/Copenhagen" };
const words = (instant: string, beside: string) =>
  shortTime(Date.parse(instant), Date.parse(beside), place)
    .toString()
    .replace(/<[^>]+>/g, "");

test("beside a story of the same day the hour is told, in the same year the day, else the date", () => {
  assert.equal(words("2026-11-19T08:05Z", "2026-11-19T20:00Z"), "09:05");
  assert.equal(words("2026-11-18T08:05Z", "2026-11-19T20:00Z"), "18 November");
  assert.equal(words("2025-11-19T08:05Z", "2026-11-19T20:00Z"), "19 November 2025");
});

test("a day is the paper's, not the machine's", () => {
  assert.equal(told(Date.parse("2026-11-18T23:30Z"), "date", place), "19 November 2026");
  assert.equal(words("2026-11-18T23:30Z", "2026-11-19T20:00Z"), "00:30");
});
