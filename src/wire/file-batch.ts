import type { Ids } from "../base/ids.ts";
import type { Filed } from "../story/filed.ts";
import { slugOf } from "../story/slug.ts";
import type { Tables } from "../store/tables.ts";
import type { FiledItem, WireVersion } from "../store/tables/wire-items.ts";
import { areTwoStories, keyApart } from "./file-identity.ts";
import { filingEvents } from "./file-events.ts";
import type { FilingFacts, ReadyItem } from "./file-facts.ts";
import { decideVersion } from "./file-version.ts";

type Filing = { readonly facts: FilingFacts; readonly ids: Ids };

/** What is known of one key: its item and all its versions, those of this batch among them. */
type Known = { item: FiledItem; versions: WireVersion[]; changed: boolean };
type Memory = Map<string, Known>;

/** Files one batch: recalls what is known in two queries, decides each item in order, writes what is new. */
export async function fileBatch(
  tables: Tables,
  ready: readonly ReadyItem[],
  filing: Filing,
): Promise<readonly Filed[]> {
  const memory: Memory = new Map();
  const keyed = await keepApart(tables, ready, { memory, facts: filing.facts });
  const added: WireVersion[] = [];
  const filed = keyed.map((each) => fileOne(each, { memory, added, filing }));
  if (added.length > 0) {
    await tables.wireItems.set(
      ...[...memory.values()].filter(({ changed }) => changed).map(({ item }) => item),
    );
    await tables.wireItems.addVersions(added);
    await tables.events.add(...filingEvents(filed, filing));
  }
  return filed;
}

type KeyedItem = ReadyItem & { readonly clash: boolean };

// Two different stories under one key are both kept: the second goes under its address or content (XML-15).
async function keepApart(
  tables: Tables,
  ready: readonly ReadyItem[],
  { memory, facts }: { memory: Memory; facts: FilingFacts },
): Promise<readonly KeyedItem[]> {
  const { copy } = facts;
  const partner = facts.partner.id;
  await recall(tables, memory, { partner, keys: ready.map(({ item }) => item.stableKey) });
  const inThisBatch = new Map<string, ReadyItem["item"]>();
  const keyed = ready.map((each): KeyedItem => {
    const { stableKey } = each.item;
    const before = inThisBatch.get(stableKey);
    const counts = currentOf(memory.get(stableKey));
    const known = before ?? counts?.item;
    const inOneCopy = before !== undefined || counts?.copy === copy;
    const clash = known !== undefined && areTwoStories(known, each.item, { inOneCopy });
    if (!clash) inThisBatch.set(stableKey, each.item);
    return clash ? { ...withOwnKey(each), clash } : { ...each, clash };
  });
  const others = keyed.filter(({ clash }) => clash).map(({ item }) => item.stableKey);
  await recall(tables, memory, { partner, keys: others });
  return keyed;
}

const withOwnKey = ({ item, hash }: ReadyItem): ReadyItem => ({
  hash,
  item: {
    ...item,
    stableKey: keyApart(item, hash),
    unmapped: { ...item.unmapped, keySharedWithAnotherStory: item.stableKey },
  },
});

async function recall(
  { wireItems }: Tables,
  memory: Memory,
  { partner, keys }: { partner: string; keys: readonly string[] },
): Promise<void> {
  const unknown = [...new Set(keys)].filter((key) => !memory.has(key));
  if (unknown.length === 0) return;
  const items = await wireItems.findByKeys(partner, unknown);
  if (items.length === 0) return;
  const versions = Map.groupBy(
    await wireItems.listVersions(items.map(({ id }) => id)),
    (each) => each.wireItem,
  );
  for (const item of items)
    memory.set(item.stableKey, { item, versions: [...(versions.get(item.id) ?? [])], changed: false });
}

const currentOf = (known: Known | undefined) =>
  known?.versions.find(({ id }) => id === known.item.currentVersion);

type Desk = { readonly memory: Memory; readonly added: WireVersion[]; readonly filing: Filing };

function fileOne({ item, hash, clash }: KeyedItem, { memory, added, filing }: Desk): Filed {
  const { facts, ids } = filing;
  const known = memory.get(item.stableKey);
  const decided = decideVersion(
    { copy: facts.copy, hash, item },
    known?.versions ?? [],
    known?.item.currentVersion ?? null,
  );
  const wireItem = known?.item.id ?? ids.next();
  const partner = facts.partner.id;
  if (decided.became === "same")
    return { became: "same", partner, wireItem, version: decided.as, item, flagged: false };
  const flagged = decided.flagged || (clash && decided.became === "new");
  const version = versionOf({ item, hash }, { id: ids.next(), wireItem, flagged, facts });
  added.push(version);
  remember(memory, version, { facts, applies: decided.became !== "older" });
  return { became: decided.became, partner, wireItem, version: version.id, item, flagged };
}

const versionOf = (
  { item, hash }: ReadyItem,
  { id, wireItem, flagged, facts }: { id: string; wireItem: string; flagged: boolean; facts: FilingFacts },
): WireVersion => ({
  id,
  wireItem,
  copy: facts.copy,
  format: facts.format,
  receivedAt: facts.arrivedAt,
  hash,
  item,
  flagged,
});

function remember(
  memory: Memory,
  version: WireVersion,
  { facts, applies }: { facts: FilingFacts; applies: boolean },
): void {
  const { stableKey, status, section } = version.item;
  const known = memory.get(stableKey);
  const versions = [...(known?.versions ?? []), version];
  if (known && !applies) {
    memory.set(stableKey, { ...known, versions });
    return;
  }
  const item: FiledItem = {
    id: version.wireItem,
    partner: facts.partner.id,
    stableKey,
    currentVersion: version.id,
    status,
    section: facts.section ?? (section === null ? (known?.item.section ?? null) : slugOf(section)),
  };
  memory.set(stableKey, { item, versions, changed: true });
}
