import type { Newsroom } from "../server/newsroom.ts";
import type { Story } from "../story/story.ts";
import { refuse } from "./refusals.ts";

const addressed = /^\/([^/]+)\/(\d{4})\/(\d{2})\/(\d{2})\/([^/]+)$/;

/** The story with this id, or at this address of the paper (whole or as a path). Refuses when there is none. */
export async function findStory(word: string, { store, origin }: Newsroom): Promise<Story> {
  const { stories } = store.read;
  const path = word.startsWith("/") ? word : (URL.parse(word)?.pathname ?? "");
  const [, section, year, month, date, slug] = addressed.exec(path) ?? [];
  const story =
    section !== undefined && slug !== undefined
      ? await stories.findByAddress({ section, day: `${year}-${month}-${date}`, slug })
      : await stories.find(word);
  if (story === undefined) throw refuse("story-unknown", { detail: { name: word.replace(origin, "") } });
  return story;
}
