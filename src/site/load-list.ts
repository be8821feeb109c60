import type { StoryCard } from "../story/story.ts";
import type { Choice } from "../store/tables/stories.ts";
import { cursorOf, readCursor } from "./cursor.ts";
import type { Ask, Site } from "./page.ts";

/** One page of a list of stories, newest first. */
export type StoryList = {
  readonly cards: readonly StoryCard[];
  /** Where the next page goes on; null at the end. */
  readonly older: string | null;
  /** True for every page but the first. */
  readonly isLater: boolean;
};

const listLength = 30;

/** Loads the page of a list that the address asks for with `after`. */
export async function loadList(
  ask: Ask,
  site: Site,
  which: Pick<Choice, "section" | "partner" | "person" | "topic">,
): Promise<StoryList> {
  const after = readCursor(ask.query.get("after"));
  const now = site.clock.now();
  const choice = { ...which, now, limit: listLength + 1, ...(after ? { after } : {}) };
  const found = await site.store.read.stories.listVisible(choice);
  const cards = found.slice(0, listLength);
  const last = cards.at(-1);
  const older = found.length > cards.length && last ? cursorOf(last) : null;
  return { cards, older, isLater: after !== undefined };
}
