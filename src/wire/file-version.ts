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

/** `same` names the version that is here already. */
export type VersionDecision =
  | { readonly became: "same"; readonly as: string }
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
  if (here) return { became: "same", as: here.id };
  const counts = known.find((each) => each.id === current);
  if (!counts) return { became: "new", flagged: false };
  const namesakes = known.filter((each) => each.item.versionKey === arriving.item.versionKey);
  if (namesakes.length === 0)
    return { became: isNewer(arriving, counts) ? "update" : "older", flagged: false };
  // The same bytes read anew by a mended reader: the words changed on our side, not the partner's.
  if (namesakes.some((each) => each.copy === arriving.copy))
    return { became: namesakes.includes(counts) ? "update" : "older", flagged: false };
  return { became: takesAway(arriving, counts) ? "update" : "older", flagged: true };
}

const isSame = (known: VersionFacts, arriving: VersionFacts) =>
  known.hash === arriving.hash && known.item.versionKey === arriving.item.versionKey;

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
