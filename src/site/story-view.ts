import type { Instant } from "../base/clock.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { Person } from "../store/tables/people.ts";
import type { Changes } from "../story/changes.ts";
import type { Section } from "../story/section.ts";
import type { Story, StoryCard, StoryState } from "../story/story.ts";
import type { Chrome } from "./chrome.ts";
import type { FilledSlot } from "./parts/slot.ts";

/** A story that may be shown, with its times at hand. */
export type ShownStory = Story & { readonly state: Extract<StoryState, { status: "live" }> };

/** Everything the story page is drawn from. */
export type StoryView = {
  readonly kind: "story";
  readonly chrome: Chrome;
  readonly story: ShownStory;
  /** Its path on our site. */
  readonly address: string;
  readonly section: Section;
  readonly handler: Person | null;
  readonly partner: Partner | null;
  /** Against the version it was taken from; null for our own copy. */
  readonly changes: Changes | null;
  readonly related: readonly StoryCard[];
  readonly slot: FilledSlot | null;
};

/** What is left of a story that may no longer be shown. Nothing of the story itself is in it. */
export type GoneView =
  | { readonly kind: "killed"; readonly chrome: Chrome; readonly at: Instant; readonly reason: string }
  | {
      readonly kind: "ended";
      readonly chrome: Chrome;
      readonly at: Instant;
      readonly source: { readonly name: string; readonly address: string | null } | null;
    };
