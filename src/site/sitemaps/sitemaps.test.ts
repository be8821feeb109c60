import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoryCard } from "../../story/story.ts";
import { lookEdition } from "../../../test/house/look-edition.ts";
import { aSiteStory, at } from "../../../test/house/look-makers.ts";
import { show, siteOf } from "../../../test/house/look-site.ts";
import { cardOf } from "../../../test/house/look-tables.ts";
import { listPart, listParts, mostInPart, type Listing } from "./list-parts.ts";
import { readMonth } from "./months.ts";

const [pattern] = cardOf(aSiteStory("one"));
const card = (place: number, publishedAt: number): StoryCard => {
  assert.ok(pattern);
  return { ...pattern, id: String(place).padStart(6, "0"), publishedAt };
};

/** Cards newest first, with a list that starts where a cursor says. */
function listingOf(cards: readonly StoryCard[]): Listing {
  const sorted = cards.toSorted(
    (one, other) => other.publishedAt - one.publishedAt || (other.id > one.id ? 1 : -1),
  );
  return {
    now: at("12:00"),
    exceptPartners: [],
    stories: {
      countVisible: async () => cards.length,
      listVisible: async ({ after, since = 0, limit }) => {
        const found: StoryCard[] = [];
        for (const each of sorted) {
          const isAfter =
            after === undefined ||
            each.publishedAt < after.publishedAt ||
            (each.publishedAt === after.publishedAt && each.id < after.id);
          if (isAfter && each.publishedAt >= since) found.push(each);
          if (found.length === limit) break;
        }
        return found;
      },
    },
  };
}

test("a month with 50,001 stories makes two parts that hold each story once", async () => {
  const november = Array.from({ length: mostInPart + 1 }, (_, place) => card(place, at("09:00")));
  const listing = listingOf([...november, card(999_999, Date.UTC(2025, 0, 31, 23, 59))]);
  assert.deepEqual(await listParts(listing), ["2026-11", "2026-11-2", "2025-01"]);
  const month = readMonth("2026-11");
  assert.ok(month);
  const parts = [
    await listPart(month, 1, listing),
    await listPart(month, 2, listing),
    await listPart(month, 3, listing),
  ];
  assert.deepEqual(
    parts.map((part) => part.length),
    [mostInPart, 1, 0],
  );
  assert.equal(new Set(parts.flat().map(({ id }) => id)).size, mostInPart + 1);
});

test("a small archive has a part for each month that has stories, and none is counted", async () => {
  const listing = listingOf([
    card(1, Date.UTC(2026, 10, 1)),
    card(2, Date.UTC(2026, 9, 31, 23)),
    card(3, Date.UTC(2024, 1, 29)),
  ]);
  assert.deepEqual(await listParts(listing), ["2026-11", "2026-10", "2024-02"]);
});

test("stories that are to be known elsewhere are in no sitemap, and only two days are news", async () => {
  const taken = (partner: string) => ({
    partner,
    wireItem: "i",
    version: "v",
    versionLabel: "",
    address: null,
    sourceName: partner,
    firstPublishedAt: null,
    checkedAt: at("11:00"),
    own: false,
  });
  const old = at("09:00", 3);
  const stories = [
    aSiteStory("ours"),
    aSiteStory("listed", {}, { taken: taken("northern") }),
    aSiteStory("unlisted", {}, { taken: taken("delta") }),
    aSiteStory("older", {}, { state: { status: "live", publishedAt: old, updatedAt: old } }),
  ];
  const site = siteOf({ ...lookEdition, stories });
  const named = async (address: string) => {
    const page = await show(address, site);
    return "text" in page
      ? [...page.text.matchAll(/<loc>[^<]*\/([a-z]+)<\/loc>/g)].map((match) => match[1])
      : [];
  };
  assert.deepEqual(await named("/sitemap-2026-11.xml"), ["ours", "listed", "older"]);
  assert.deepEqual(await named("/news-sitemap.xml"), ["ours", "listed"]);
});
