import assert from "node:assert/strict";
import { test } from "node:test";
import { dayIn, storyAddress } from "./story-address.ts";

const halfPastMidnightInLondon = Date.parse("2026-07-01T23:30:00Z");
const card = { section: "europe", slug: "talks-open", publishedAt: halfPastMidnightInLondon };

test("a story's address has the day of the paper's own zone", () => {
  assert.equal(storyAddress(card, dayIn("Europe/London")), "/europe/2026/07/02/talks-open");
  assert.equal(storyAddress(card, dayIn("UTC")), "/europe/2026/07/01/talks-open");
  assert.equal(storyAddress(card, dayIn("Pacific/Kiritimati")), "/europe/2026/07/02/talks-open");
});

test("a day is written in figures of one width whatever the year", () => {
  assert.equal(dayIn("UTC")(Date.parse("2003-02-01T00:00:00Z")), "2003-02-01");
});

test("a killed story keeps the address it was published at", () => {
  const state = { status: "killed", killedAt: 9, reason: "wrong", publishedAt: 0 } as const;
  assert.equal(storyAddress({ slug: "s", copy: copyIn("news"), state }, dayIn("UTC")), "/news/1970/01/01/s");
});

test("a story that was never published has no address", () => {
  const draft = { slug: "s", copy: copyIn("news"), state: { status: "draft" } } as const;
  assert.equal(storyAddress(draft, dayIn("UTC")), null);
});

const copyIn = (section: string) => ({
  kind: "news" as const,
  language: "en",
  section,
  headline: "Talks open",
  standfirst: "",
  byline: [],
  dateline: "",
  mainPicture: null,
  body: { type: "doc" as const, content: [] },
  slugline: "",
  topics: [],
});
