import type { StoryCard } from "../../story/story.ts";
import type { After, Stories } from "../../store/tables/stories.ts";
import { endOf, monthOf, type Month } from "./months.ts";

/** The most addresses one sitemap may hold, by the protocol. */
export const mostInPart = 50_000;

export type Listing = {
  readonly stories: Pick<Stories, "listVisible" | "countVisible">;
  readonly now: number;
  readonly exceptPartners: readonly string[];
};

/**
 * The names of all parts, newest first: one a month ("2026-11"), more where a month has more than 50,000
 * ("2026-11-2"). Old months never change, so robots need not fetch them again.
 */
export async function listParts(listing: Listing): Promise<string[]> {
  const isLarge = (await listing.stories.countVisible({ now: listing.now })) > mostInPart;
  const parts: string[] = [];
  let after: After | undefined;
  for (;;) {
    const [newest] = await listBefore(listing, after);
    if (newest === undefined) return parts;
    const month = monthOf(newest.publishedAt);
    parts.push(...partsOf(month, isLarge ? await countIn(month, listing) : 1));
    after = { publishedAt: month.from, id: "" };
  }
}

/** The stories of one part, newest first; empty for one that does not exist. */
export async function listPart(month: Month, part: number, listing: Listing): Promise<readonly StoryCard[]> {
  let after = endOf(month);
  for (let skipped = 1; skipped < part; skipped++) {
    const last = (await listIn(month, after, listing, mostInPart)).at(-1);
    if (last === undefined) return [];
    after = last;
  }
  return listIn(month, after, listing, mostInPart);
}

const partsOf = ({ name }: Month, count: number): string[] =>
  Array.from({ length: Math.ceil(count / mostInPart) }, (_, at) => (at === 0 ? name : `${name}-${at + 1}`));

const listBefore = ({ stories, ...choice }: Listing, after: After | undefined) =>
  stories.listVisible({ ...choice, limit: 1, ...(after ? { after } : {}) });

const listIn = ({ from }: Month, after: After, { stories, ...choice }: Listing, limit: number) =>
  stories.listVisible({ ...choice, since: from, after, limit });

// In steps, so that a month of a great archive does not stop everything else.
const step = 2000;

async function countIn(month: Month, listing: Listing): Promise<number> {
  let count = 0;
  let after = endOf(month);
  for (;;) {
    const cards = await listIn(month, after, listing, step);
    count += cards.length;
    const last = cards.at(-1);
    if (last === undefined || cards.length < step) return count;
    after = last;
  }
}
