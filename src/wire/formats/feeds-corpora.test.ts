import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFeedparser } from "../../../bench/feeds/feedparser.ts";
import { checkExpectedFiles } from "../../../bench/feeds/gofeed.ts";
import { readAllSets } from "../../../bench/feeds/robustness.ts";
import { corpora, skipWithout } from "../../../test/house/corpora.ts";

// The same figures as bench/feeds.ts prints, with the floors of the design.
const present = { skip: skipWithout() };

test(
  "titles, links, dates, contents and authors are what other readers expect, 97 in 100 at least",
  present,
  async () => {
    const checks = [
      ...(await checkExpectedFiles(corpora, "feeds-gofeed")),
      ...(await checkExpectedFiles(corpora, "feeds-feedsmith")),
      ...(await checkFeedparser(corpora)),
    ];
    assert.ok(checks.length > 700);
    assert.ok(checks.filter(({ agrees }) => agrees).length / checks.length >= 0.97);
  },
);

test(
  "every feed, attack and conformance file is read or refused, none throws or hangs",
  present,
  async () => {
    for (const { set, files, thrown, slowest } of await readAllSets(corpora)) {
      assert.ok(files > 5, set);
      assert.deepEqual(thrown, [], set);
      assert.ok(slowest.ms < 10_000, `${set}: ${slowest.file}`);
    }
  },
);
