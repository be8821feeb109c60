import type { WireItem } from "../story/wire-item.ts";
import type { Tables } from "../store/tables.ts";
import type { FiledItem, VersionLine, WireName } from "../store/tables/wire-items.ts";
import type { ReadyItem } from "./file-facts.ts";
import { addressOf, keyApart } from "./file-identity.ts";
import { isSame } from "./file-version.ts";

/** What is known of one item while a batch is filed: how it will be, all its versions, the words that count now. */
export type Known = {
  item: FiledItem;
  versions: VersionLine[];
  /** Of the current version; null where nothing in the batch needs them. */
  words: WireItem | null;
  changed: boolean;
};

export type Memory = {
  readonly byId: Map<string, Known>;
  readonly byKey: Map<string, Known>;
  readonly byAddress: Map<string, Set<Known>>;
};

/**
 * Recalls in a few queries all that can matter to a batch. Of items that are here already, as nearly all of a feed
 * are at each poll, no words are read.
 */
export async function recall(tables: Tables, ready: readonly ReadyItem[], partner: string): Promise<Memory> {
  const memory: Memory = { byId: new Map(), byKey: new Map(), byAddress: new Map() };
  const { wireItems } = tables;
  const keys = [...new Set(ready.map(({ item }) => item.stableKey))];
  await remember(tables, memory, await wireItems.findByKeys(partner, keys));
  const fresh = ready.filter((each) => !isHere(memory.byKey.get(each.item.stableKey), each));
  const addresses = [...new Set(fresh.map(({ item }) => addressOf(item)).filter((each) => each !== null))];
  if (addresses.length > 0)
    await remember(tables, memory, await wireItems.findByAddresses(partner, addresses));
  const apart = keysApart(fresh, memory);
  if (apart.length > 0) await remember(tables, memory, await wireItems.findByKeys(partner, apart));
  await recallWords(tables, memory, fresh);
  return memory;
}

/** Whether this very version is among those of the item. */
export const isHere = (known: Known | undefined, { item, hash }: Omit<ReadyItem, "read">): boolean =>
  known?.versions.some((each) => isSame(each, { hash, item })) ?? false;

// Only an item whose key is another's already, in the store or in this batch, can need a key apart.
function keysApart(fresh: readonly ReadyItem[], { byKey }: Memory): readonly string[] {
  const keys = fresh.map(({ item }) => item.stableKey);
  const seen = new Set<string>();
  const twice = new Set(keys.filter((key) => seen.has(key) || !seen.add(key)));
  return fresh
    .filter(({ item }) => byKey.has(item.stableKey) || twice.has(item.stableKey))
    .map(({ item, hash }) => keyApart(item, hash))
    .filter((key) => !byKey.has(key));
}

async function remember({ wireItems }: Tables, memory: Memory, found: readonly FiledItem[]): Promise<void> {
  const items = found.filter(({ id }) => !memory.byId.has(id));
  if (items.length === 0) return;
  const ids = items.map(({ id }) => id);
  const versions = Map.groupBy(await wireItems.listVersions(ids), ({ wireItem }) => wireItem);
  for (const item of items) {
    const known = { item, versions: [...(versions.get(item.id) ?? [])], words: null, changed: false };
    memory.byId.set(item.id, known);
    memory.byKey.set(item.stableKey, known);
  }
  for (const name of await wireItems.listNames(ids)) noteName(memory, name);
}

/** Makes an item known by one more name; false where it was already. */
export function noteName({ byId, byKey, byAddress }: Memory, { wireItem, kind, name }: WireName): boolean {
  const known = byId.get(wireItem);
  if (!known) return false;
  if (kind === "key") {
    if (byKey.has(name)) return false;
    byKey.set(name, known);
    return true;
  }
  const there = byAddress.get(name) ?? new Set();
  if (there.has(known)) return false;
  byAddress.set(name, there.add(known));
  return true;
}

async function recallWords(
  { wireItems }: Tables,
  { byId, byKey, byAddress }: Memory,
  fresh: readonly ReadyItem[],
): Promise<void> {
  const wanted = new Set<Known>();
  for (const { item, hash } of fresh) {
    for (const key of [item.stableKey, keyApart(item, hash)]) {
      const known = byKey.get(key);
      if (known) wanted.add(known);
    }
    for (const known of byAddress.get(addressOf(item) ?? "") ?? []) wanted.add(known);
  }
  const versions = [...wanted].map(({ item }) => item.currentVersion);
  if (versions.length === 0) return;
  for (const { wireItem, item } of await wireItems.findVersions(versions)) {
    const known = byId.get(wireItem);
    if (known) known.words = item;
  }
}
