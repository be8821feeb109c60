import { minutes, type Instant } from "../base/clock.ts";
import type { AnswerHeaders, Hop } from "../outbound/fetched.ts";
import type { Source } from "../store/tables/sources.ts";
import { nextAfterFailure, nextAfterGood } from "./poll-back-off.ts";
import { watchMove } from "./poll-moved.ts";
import type { Finding, PollRoom } from "./poll-room.ts";

const longestValidator = 1024;

/** Validators as they came, byte for byte (CASES NET-20); where a 304 names none, those we have stay. */
export function validatorsOf(
  headers: AnswerHeaders,
  before: Pick<Source, "etag" | "lastModified"> = { etag: null, lastModified: null },
): Pick<Source, "etag" | "lastModified"> {
  const kept = (name: string) => {
    const value = headers[name];
    return value !== undefined && value !== "" && value.length <= longestValidator ? value : null;
  };
  return { etag: kept("etag") ?? before.etag, lastModified: kept("last-modified") ?? before.lastModified };
}

type Good = { readonly hops: readonly Hop[]; readonly change: Partial<Source>; readonly fresh: number };

export function good(source: Source, { clock, chance }: PollRoom, { hops, change, fresh }: Good): Finding {
  const now = clock.now();
  const { address, moved } = watchMove(source, hops, now);
  const arrival = fresh > 0 ? rhythm(source, now) : {};
  const memory = { ...source.memory, ...arrival.memory, ...pickHash(change), moved };
  const nextTryAt = nextAfterGood(source, { now, chance });
  const well = { lastTriedAt: now, lastGoodAt: now, failures: 0, lastError: null, nextTryAt };
  return {
    became: fresh > 0 ? "new-copy" : "nothing-new",
    change: { ...change, ...arrival, ...well, address, memory },
    retryAt: null,
  };
}

const pickHash = ({ memory }: Partial<Source>) => (memory === undefined ? {} : { bodyHash: memory.bodyHash });

/** How often new copy comes, as a running mean: what "unusually quiet" is measured by (NET-32). */
export function rhythm(source: Source, now: Instant): Partial<Pick<Source, "lastItemAt" | "memory">> {
  const { usualPause, arrivals } = source.memory;
  const pause = source.lastItemAt === null ? null : Math.max(now - source.lastItemAt, minutes(1));
  const mean = pause === null ? usualPause : usualPause === null ? pause : usualPause * 0.8 + pause * 0.2;
  return { lastItemAt: now, memory: { ...source.memory, arrivals: arrivals + 1, usualPause: mean } };
}

type Failure = { readonly code: string; readonly says: string; readonly retryAt: Instant | null };

export function failed(
  source: Source,
  { code, says, retryAt }: Failure,
  { clock, chance }: PollRoom,
): Finding {
  const now = clock.now();
  const nextTryAt = nextAfterFailure(source, { code, retryAt }, { now, chance });
  // Gone for good: a person decides. Nothing that was taken is touched.
  const paused = source.paused || code === "page-gone";
  return {
    became: "failed",
    change: {
      lastTriedAt: now,
      failures: source.failures + 1,
      lastError: { code, says, at: now },
      nextTryAt,
      paused,
    },
    retryAt,
  };
}
