import type { Instant } from "../../base/clock.ts";

/** One thing to be done by somebody. `key` is unique among waiting jobs of a kind: adding it twice makes one. */
export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly says: Readonly<Record<string, unknown>>;
};

export type Jobs = {
  /** Adds, or moves the waiting job of that kind and key to the earlier of both times. */
  add(job: {
    kind: string;
    key: string;
    dueAt: Instant;
    says?: Readonly<Record<string, unknown>>;
  }): Promise<void>;
  /** Takes due jobs under a lease until `until`; no other worker gets them before (a lease that ends makes them due again). */
  lease(take: { now: Instant; until: Instant; by: string; limit: number }): Promise<readonly Job[]>;
  /** The lease holder says done; false when the lease was lost meanwhile. */
  done(id: string, by: string): Promise<boolean>;
  /** Gives it back, due at `dueAt`. */
  again(id: string, by: string, dueAt: Instant, why: string): Promise<boolean>;
  nextDueAt(): Promise<Instant | null>;
};
