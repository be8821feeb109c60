import type { Instant } from "../../base/clock.ts";
import type { StoryCard } from "../../story/story.ts";

export type SearchHit = { readonly card: StoryCard; readonly extract: string };

/** Full text over visible stories, best first. Any text is a legal query; query syntax of the engine never shows through. */
export type Search = {
  find(ask: { text: string; now: Instant; limit: number; section?: string }): Promise<readonly SearchHit[]>;
};
