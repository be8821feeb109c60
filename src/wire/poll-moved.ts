import { hours, type Instant } from "../base/clock.ts";
import type { Hop } from "../outbound/fetched.ts";
import type { Source, SourceMemory } from "../store/tables/sources.ts";

type Moved = SourceMemory["moved"];
export type Move = { readonly address: string; readonly moved: Moved };

const timesEnough = 3;
const timeEnough = hours(24);

/**
 * What to make of the redirects of a good poll: a source moves only after the same permanent redirect three times
 * over a day at least (CASES NET-22), since a captive portal or a slip redirects for good too.
 */
export function watchMove(source: Source, hops: readonly Hop[], now: Instant): Move {
  const to = hops.at(-1)?.address ?? source.address;
  const redirects = hops.slice(0, -1);
  const isForGood = redirects.length > 0 && redirects.every(({ status }) => status === 301 || status === 308);
  if (!isForGood || to === source.address) return { address: source.address, moved: null };
  const before = source.memory.moved;
  const moved = before?.to === to ? { ...before, times: before.times + 1 } : { to, since: now, times: 1 };
  const isSure = moved.times >= timesEnough && now - moved.since >= timeEnough;
  return isSure ? { address: to, moved: null } : { address: source.address, moved };
}
