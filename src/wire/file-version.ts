import type { Instant } from "../base/clock.ts";
import type { Filed } from "../story/filed.ts";
import type { WireItem } from "../story/wire-item.ts";

/** What the order of versions is decided by; `hash` is of the item as it was read, before it was tidied. */
export type VersionFacts = {
  readonly copy: string;
  readonly hash: string;
  readonly item: Pick<WireItem, "versionKey" | "versionOrder" | "versionCreated" | "status">;
};

export type KnownVersion = VersionFacts & { readonly id: string };

/** `same` names the version that is here already, `again` the one that was here before and counts once more. */
export type VersionDecision =
  | { readonly became: "same"; readonly as: string }
  | { readonly became: "again"; readonly as: string }
  | { readonly became: Exclude<Filed["became"], "same">; readonly flagged: boolean };

/**
 * Whether a version is new, newer, older or here already (WIRE.md 4.1): by the format's own order, else by time,
 * else by arrival. `known` holds every version of the item; `current` is the id of the one that counts now.
 */
export function decideVersion(
  arriving: VersionFacts,
  known: readonly KnownVersion[],
  current: string | null,
): VersionDecision {
  const here = known.find((each) => isSame(each, arriving));
  const counts = known.find((each) => each.id === current);
  if (here) return { became: returns(arriving, here, counts) ? "again" : "same", as: here.id };
  if (!counts) return { became: "new", flagged: false };
  const namesakes = known.filter((each) => each.item.versionKey === arriving.item.versionKey);
  // A kill is final: what comes after it is kept for a person to look at.
  if (namesakes.length === 0 && isKilled(counts) && !isKilled(arriving))
    return { became: "older", flagged: isNewer(arriving, counts) };
  if (namesakes.length === 0)
    return { became: isNewer(arriving, counts) ? "update" : "older", flagged: false };
  // The same bytes read anew by a mended reader: the words changed on our side, not the partner's.
  if (namesakes.some((each) => each.copy === arriving.copy))
    return { became: namesakes.includes(counts) ? "update" : "older", flagged: false };
  return { became: takesAway(arriving, counts) ? "update" : "older", flagged: true };
}

/** Whether two are one version that came twice. */
export const isSame = (known: Told, arriving: Told) =>
  known.hash === arriving.hash && known.item.versionKey === arriving.item.versionKey;

type Told = { readonly hash: string; readonly item: Pick<WireItem, "versionKey"> };

const isKilled = ({ item }: VersionFacts) => item.status === "killed";

// Words taken back to what they were: only where neither number nor date orders the versions, and never for the
// same bytes read once more, which hold both.
const returns = (arriving: VersionFacts, here: VersionFacts, counts: VersionFacts | undefined) =>
  counts !== undefined &&
  counts !== here &&
  counts.copy !== arriving.copy &&
  counts.item.versionKey !== here.item.versionKey &&
  !isKilled(counts) &&
  compare(here.item.versionOrder, counts.item.versionOrder) === 0 &&
  compare(here.item.versionCreated, counts.item.versionCreated) === 0;

function isNewer({ item }: VersionFacts, { item: counts }: VersionFacts): boolean {
  const byOrder = compare(item.versionOrder, counts.versionOrder);
  if (byOrder !== 0) return byOrder > 0;
  const byTime = compare(item.versionCreated, counts.versionCreated);
  return byTime >= 0;
}

const compare = (one: Instant | null, other: Instant | null) =>
  one === null || other === null ? 0 : Math.sign(one - other);

// A kill that forgot to raise the version number is a kill all the same; never the other way round.
const takesAway = ({ item }: VersionFacts, { item: counts }: VersionFacts) =>
  weight[item.status] > weight[counts.status] && !isOlder(item, counts);

const isOlder = (item: VersionFacts["item"], counts: VersionFacts["item"]) =>
  compare(item.versionOrder, counts.versionOrder) < 0;

const weight = { usable: 0, held: 1, withdrawn: 2, killed: 3 } as const;
