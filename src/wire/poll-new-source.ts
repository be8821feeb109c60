import type { Instant } from "../base/clock.ts";
import { emptyMemory, type Source } from "../store/tables/sources.ts";

export type NewSource = Pick<Source, "id" | "partner" | "address" | "everyMinutes" | "section" | "publishes">;

/** A source to be polled that has never been asked: due at once. */
export const newSource = (wanted: NewSource, now: Instant): Source => ({
  ...wanted,
  etag: null,
  lastModified: null,
  lastTriedAt: null,
  lastGoodAt: null,
  lastItemAt: null,
  failures: 0,
  lastError: null,
  nextTryAt: now,
  paused: false,
  memory: emptyMemory,
});
