import { hours, minutes, type Instant } from "../base/clock.ts";
import type { FetchFailure } from "../outbound/fetched.ts";
import type { Source } from "../store/tables/sources.ts";

type Timing = { readonly now: Instant; readonly chance: () => number };

// What a person must mend, at our end or theirs: asking again soon changes nothing.
const lasting = new Set([
  "name-unknown",
  "certificate-refused",
  "encryption-failed",
  "page-gone",
  "answer-not-found",
  "page-forbidden",
  "page-refused",
  "redirect-downgraded",
  "redirects-too-many",
  "redirect-nowhere",
  "answer-too-large",
  "answer-too-large-unpacked",
  "coding-refused",
  "page-instead-of-feed",
]);
const isLasting = (code: string) =>
  lasting.has(code) || code.startsWith("address-") || code === "scheme-not-allowed" || code === "port-closed";

/** After a good poll: the interval agreed, never less, a little later each time so that sources do not march in step (CASES NET-27). */
export const nextAfterGood = ({ everyMinutes }: Source, { now, chance }: Timing): Instant =>
  now + Math.round(minutes(everyMinutes) * (1 + 0.1 * chance()));

/**
 * After a failure: a passing fault is tried again soon, then later and later, at most six hours on; one that a
 * person must mend waits at least the interval, at most a day. What the other side asks for (Retry-After) comes first.
 */
export function nextAfterFailure(
  { everyMinutes, failures }: Pick<Source, "everyMinutes" | "failures">,
  { code, retryAt }: Pick<FetchFailure, "retryAt"> & { readonly code: string },
  { now, chance }: Timing,
): Instant {
  const interval = minutes(everyMinutes);
  const stays = isLasting(code);
  const first = stays ? interval : Math.min(interval, minutes(code === "asked-to-wait" ? 15 : 5));
  const most = Math.max(interval, stays ? hours(24) : hours(6));
  const wait = Math.min(first * 2 ** Math.min(failures, 20), most) * (1 + 0.2 * chance());
  return Math.max(Math.round(now + wait), retryAt ?? 0);
}
