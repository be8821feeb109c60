import type { Instant } from "../../base/clock.ts";
import type { Body } from "../../story/body.ts";
import type { Choice } from "../../store/tables/stories.ts";
import type { PictureUse } from "../../story/picture.ts";
import type { StoryCard } from "../../story/story.ts";

/** One story as a feed carries it. */
export type FeedEntry = {
  readonly card: StoryCard;
  /** Absolute. */
  readonly address: string;
  /** The whole text, where we may pass it on; else null: standfirst and link only. */
  readonly body: Body | null;
  /** Its picture may go with it: a partner's may not be passed on where its text may not. */
  readonly picture: PictureUse | null;
  readonly sectionName: string;
  readonly source: { readonly name: string; readonly address: string } | null;
};

/** What all three formats are written from. Addresses are absolute. */
export type Feed = {
  readonly title: string;
  readonly says: string;
  readonly home: string;
  readonly self: string;
  readonly language: string;
  /** Of the newest change of a story in it; null when it is empty. */
  readonly updatedAt: Instant | null;
  readonly paper: string;
  readonly origin: string;
  readonly entries: readonly FeedEntry[];
};

/** What a feed follows. */
export type Followed = {
  readonly which: Pick<Choice, "section" | "partner" | "person">;
  readonly name: string | null;
  readonly says: string;
  /** The path of the list. */
  readonly home: string;
  readonly tags: readonly string[];
};

/** One way to write a feed: `suffix` ends its addresses, `write` gives its text, well-formed whatever the copy holds. */
export type FeedFormat = {
  readonly suffix: string;
  readonly type: string;
  write(feed: Feed): string;
};
