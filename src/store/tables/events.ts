import type { Instant } from "../../base/clock.ts";

/** What happened, appended in the transaction of the change itself and never altered. `what` in newsroom words: "story.killed". */
export type Event = {
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
  readonly story: string | null;
  readonly by: string;
  readonly says: Readonly<Record<string, unknown>>;
};

export type Events = {
  add(...events: Event[]): Promise<void>;
  listOf(story: string): Promise<readonly Event[]>;
  list(what: string, limit: number): Promise<readonly Event[]>;
};
