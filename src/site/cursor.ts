import type { StoryCard } from "../story/story.ts";
import type { After } from "../store/tables/stories.ts";
import { refuse } from "./refusals.ts";

/** Where a list goes on, as it stands in an address: the last card of the page before. */
export const cursorOf = ({ publishedAt, id }: Pick<StoryCard, "publishedAt" | "id">): string =>
  `${publishedAt}-${id}`;

/** Reads it back; one we never wrote is a page that does not exist. */
export function readCursor(text: string | null): After | undefined {
  if (text === null) return undefined;
  const found = /^(\d{1,15})-([\w-]{1,64})$/.exec(text);
  if (found?.[1] === undefined || found[2] === undefined) throw refuse("page-not-found");
  return { publishedAt: Number(found[1]), id: found[2] };
}
