import type { Ids } from "../base/ids.ts";
import type { Filed } from "../story/filed.ts";
import { slugOf } from "../story/slug.ts";
import type { Tables } from "../store/tables.ts";
import type { FiledItem, WireName, WireVersion } from "../store/tables/wire-items.ts";
import type { DocumentSoFar } from "./file-document.ts";
import { filingEvents } from "./file-events.ts";
import type { FilingFacts, ReadyItem } from "./file-facts.ts";
import { type Clash, type Identity, identify } from "./file-identify.ts";
import { addressOf } from "./file-identity.ts";
import { hashOfItem } from "./file-key.ts";
import { type Memory, noteName, recall } from "./file-memory.ts";
import { decideVersion } from "./file-version.ts";

export type Filing = {
  readonly facts: FilingFacts;
  readonly ids: Ids;
  readonly document: DocumentSoFar;
};

/** What one batch writes, gathered while its items are decided one by one. */
type Desk = Filing & {
  readonly memory: Memory;
  readonly versions: WireVersion[];
  readonly names: WireName[];
};

/**
 * Files one batch: recalls what is known, decides each item in order, writes what is new. "waits": only the end of
 * the document can tell which item this is; file it again then.
 */
export async function fileBatch(
  tables: Tables,
  ready: readonly ReadyItem[],
  filing: Filing,
): Promise<readonly (Filed | "waits")[]> {
  const memory = await recall(tables, ready, filing.facts.partner.id);
  const desk: Desk = { ...filing, memory, versions: [], names: [] };
  for (const { item } of ready) noteAddress(item, filing.document);
  const outcomes = ready.map((each) => fileOne(each, desk));
  await write(tables, desk);
  const filed = outcomes.filter((each) => each !== "waits");
  if (filed.some(({ became }) => became !== "same")) await tables.events.add(...filingEvents(filed, filing));
  return outcomes;
}

function noteAddress(item: ReadyItem["item"], { keysAt }: DocumentSoFar): void {
  const address = addressOf(item);
  if (address === null) return;
  const keys = keysAt.get(address) ?? new Set();
  keysAt.set(address, keys.add(item.stableKey));
}

async function write({ wireItems }: Tables, { memory, versions, names }: Desk): Promise<void> {
  const changed = [...memory.byId.values()].filter((each) => each.changed);
  if (changed.length > 0) await wireItems.set(...changed.map(({ item }) => item));
  if (versions.length > 0) await wireItems.addVersions(versions);
  if (names.length > 0) await wireItems.addNames(names);
}

function fileOne(arriving: ReadyItem, desk: Desk): Filed | "waits" {
  const { memory, document, facts, ids } = desk;
  const identity = identify(arriving, { memory, document, copy: facts.copy });
  if (identity === "waits") return "waits";
  const ready = underItsKey(arriving, identity);
  const wireItem = identity.known?.item.id ?? ids.next();
  document.named.add(wireItem);
  const filed = fileVersion(ready, { identity, wireItem }, desk);
  learnNames(ready.item, wireItem, desk);
  return filed;
}

function underItsKey({ item, hash, read }: ReadyItem, identity: Identity): ReadyItem {
  const clash = "clash" in identity ? identity.clash : null;
  const first = identity.known?.item.stableKey ?? identity.key;
  const notes = {
    ...(identity.key === item.stableKey ? {} : { keySharedWithAnotherStory: item.stableKey }),
    ...(clash === "address" ? { addressSharedWithAnotherStory: item.source.address } : {}),
  };
  return {
    // The same words under a new key are the same version.
    hash: first === identity.key ? hash : hashOfItem({ ...read, stableKey: first }),
    read,
    item: { ...item, stableKey: identity.key, unmapped: { ...item.unmapped, ...notes } },
  };
}

type Place = { readonly identity: Identity; readonly wireItem: string };

function fileVersion({ item, hash }: ReadyItem, { identity, wireItem }: Place, desk: Desk): Filed {
  const { facts, ids } = desk;
  const { known } = identity;
  const arriving = { copy: facts.copy, hash, item };
  const decided = decideVersion(arriving, known?.versions ?? [], known?.item.currentVersion ?? null);
  const partner = facts.partner.id;
  if (decided.became === "same")
    return { became: "same", partner, wireItem, version: decided.as, item, flagged: false };
  if (decided.became === "again") {
    makeCurrent({ id: decided.as, wireItem, item }, desk);
    return { became: "update", partner, wireItem, version: decided.as, item, flagged: false };
  }
  const clash: Clash = "clash" in identity ? identity.clash : null;
  const flagged = decided.flagged || clash !== null;
  const { copy, format, arrivedAt: receivedAt } = facts;
  const version = { id: ids.next(), wireItem, copy, format, receivedAt, hash, item, flagged };
  desk.versions.push(version);
  known?.versions.push(version);
  if (decided.became !== "older") makeCurrent(version, desk);
  return { became: decided.became, partner, wireItem, version: version.id, item, flagged };
}

// The words stay those of the version: an item that returns to them is the same in every word.
function makeCurrent(version: Pick<WireVersion, "id" | "wireItem" | "item">, desk: Desk): void {
  const { facts, memory } = desk;
  const { stableKey, status, section } = version.item;
  const known = memory.byId.get(version.wireItem);
  const item: FiledItem = {
    id: version.wireItem,
    partner: facts.partner.id,
    stableKey: known?.item.stableKey ?? stableKey,
    currentVersion: version.id,
    status,
    section: facts.section ?? (section === null ? (known?.item.section ?? null) : slugOf(section)),
  };
  if (known) {
    Object.assign(known, { item, words: version.item, changed: true });
    return;
  }
  const versions = desk.versions.filter(({ id }) => id === version.id);
  const added = { item, versions: [...versions], words: version.item, changed: true };
  memory.byId.set(item.id, added);
  memory.byKey.set(stableKey, added);
}

// An item is found again by every key and every address it ever came under.
function learnNames(item: ReadyItem["item"], wireItem: string, { memory, names, facts }: Desk): void {
  const partner = facts.partner.id;
  const address = addressOf(item);
  const said: WireName[] = [{ partner, kind: "key", name: item.stableKey, wireItem }];
  if (address !== null) said.push({ partner, kind: "address", name: address, wireItem });
  names.push(...said.filter((name) => noteName(memory, name)));
}
