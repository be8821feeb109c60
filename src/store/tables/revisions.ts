import type { Instant } from "../../base/clock.ts";
import type { StoryCopy } from "../../story/story.ts";

/** The copy of a story after one change. Numbers run 1, 2, 3 … within a story. */
export type Revision = {
  readonly story: string;
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  readonly copy: StoryCopy;
};

export type Revisions = {
  add(...revisions: Revision[]): Promise<void>;
  list(story: string): Promise<readonly Omit<Revision, "copy">[]>;
  find(story: string, number: number): Promise<Revision | undefined>;
};
