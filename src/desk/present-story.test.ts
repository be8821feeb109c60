import assert from "node:assert/strict";
import { test } from "node:test";
import { aTakenStory } from "../../test/house/a-story.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { dayIn } from "../story/story-address.ts";
import { presentStory } from "./present-story.ts";

const item = aWireItem();

test("what leaves of a story is a list of named fields, and its notes and bodies stay here", () => {
  const presented = presentStory(aTakenStory(item), dayIn("UTC"));
  assert.deepEqual(Object.keys(presented).toSorted(), [
    "address",
    "edited",
    "embargo",
    "form",
    "headline",
    "held",
    "id",
    "publishedAt",
    "reason",
    "revision",
    "section",
    "slug",
    "source",
    "status",
    "staysUntil",
    "versionWaits",
  ]);
  assert.deepEqual([presented.address, presented.publishedAt, presented.reason], [null, null, null]);
});

test("a live story leaves with its address and hour, a killed one with its reason too", () => {
  const published = { status: "live", publishedAt: 0, updatedAt: 5 } as const;
  const live = presentStory(aTakenStory(item, { state: published }), dayIn("UTC"));
  assert.deepEqual(
    [live.address, live.publishedAt],
    ["/news/1970/01/01/ferry-sails-again", "1970-01-01T00:00:00.000Z"],
  );
  const state = { status: "killed", killedAt: 9, reason: "Wrong man", publishedAt: 0 } as const;
  assert.equal(presentStory(aTakenStory(item, { state }), dayIn("UTC")).reason, "Wrong man");
});
