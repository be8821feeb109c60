import type { Instant } from "../../base/clock.ts";
import type { Story, StoryCard } from "../../story/story.ts";

/** Where a list starts again: the last card of the page before. */
export type After = { readonly publishedAt: Instant; readonly id: string };

/** Which visible stories a list shows, newest first. `person` is a person's slug, `partner` a partner's id, `topic` a topic's slug. */
export type Choice = {
  readonly now: Instant;
  readonly limit: number;
  readonly after?: After;
  readonly section?: string;
  readonly partner?: string;
  readonly person?: string;
  readonly topic?: string;
  readonly since?: Instant;
  readonly exceptPartners?: readonly string[];
};

export type Address = { readonly section: string; readonly day: string; readonly slug: string };

export type Stories = {
  find(id: string): Promise<Story | undefined>;
  /** By public address, whatever its state: the caller judges visibility. `day` is "2026-11-23" in the paper's time zone, of first publication. */
  findByAddress(address: Address): Promise<Story | undefined>;
  /** Every story taken from a wire item (what a kill must reach). */
  listTakenFrom(wireItem: string): Promise<readonly Story[]>;
  /** Visible ones only, by the rule of story/visibility.ts in SQL. */
  listVisible(choice: Choice): Promise<readonly StoryCard[]>;
  countVisible(choice: Pick<Choice, "now" | "section" | "partner" | "person">): Promise<number>;
  /** Visible stories with corrections, newest correction first. */
  listCorrected(now: Instant, limit: number): Promise<readonly Story[]>;
  /** Drafts and the like, newest first. */
  listByStatus(status: Story["state"]["status"], limit: number): Promise<readonly Story[]>;
  /** All stories whatever their state, in the order of their ids, after this one: for walking through everything. */
  listAfter(id: string | null, limit: number): Promise<readonly Story[]>;
  /** Adds or replaces whole stories, their people, topics and search entry with them. `day` of the address is set once, at first publication. */
  set(...stories: Story[]): Promise<void>;
  /** True when another story already has this slug on this day in this section. */
  slugTaken(address: Address, exceptStory: string): Promise<boolean>;
  /** The next instant after `now` at which some story becomes visible or ceases to be (embargo, time it may stay). */
  nextTurn(now: Instant): Promise<Instant | null>;
  /** Stories whose visibility turned in (from, to]. */
  listTurned(from: Instant, to: Instant): Promise<readonly string[]>;
};
