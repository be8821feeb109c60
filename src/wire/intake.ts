import type { Filed } from "../story/filed.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { FilingFacts } from "./file-facts.ts";
import { type DocumentSoFar, documentSoFar } from "./file-document.ts";
import { fileItems, type FiledOrWaits } from "./file-items.ts";
import type { ParsedItem } from "./format.ts";
import { keepCopy, type KeptCopy } from "./keep-copy.ts";
import { says } from "./refusals.ts";
import type { Arrival, CopyBeingRead, WireRoom } from "./wire-room.ts";

export type ItemOutcome<Followed> =
  | (Filed & { readonly followed: Followed | null })
  | { readonly became: "refused"; readonly says: string; readonly at: string };

export type IntakeOutcome<Followed> =
  | {
      readonly became: "filed";
      readonly copy: string;
      readonly format: string;
      readonly damage: string | null;
      readonly items: readonly ItemOutcome<Followed>[];
    }
  | { readonly became: "set-aside"; readonly copy: string; readonly code: string; readonly says: string };

/**
 * Takes copy in: keep, read, tidy, file, and let the desk follow. Safe to run twice: the second time nothing is
 * written. Copy that cannot be read, or holds no story, is set aside with the reason, never half a story; `code`
 * is one of the wire's refusals.
 */
export async function intake<Followed>(
  arrival: Arrival,
  room: WireRoom<Followed>,
): Promise<IntakeOutcome<Followed>> {
  const kept = await keepCopy(arrival, room);
  const read = await room.parseInChunks(arrival.bytes, arrival);
  if ("unreadable" in read)
    return setAside(kept.id, { code: "copy-unreadable", says: read.unreadable }, room);
  const { partner, section, publishes } = arrival;
  const facts = {
    copy: kept.id,
    format: read.format,
    arrivedAt: kept.arrivedAt,
    partner,
    section,
    publishes,
  };
  const items = await fileChunks(read, facts, room);
  const damage = (await read.ended) ?? read.damage;
  const refused = items.filter((each) => each.became === "refused");
  if (refused.length === items.length) return setAside(kept.id, noStoryIn(refused, damage), room);
  if (kept.aside) await takeBack(facts, room);
  await recordRefused(refused, { facts, kept, room });
  return { became: "filed", copy: kept.id, format: read.format, damage, items };
}

type Reading = Exclude<CopyBeingRead, { unreadable: string }>;

type Filing<Followed> = {
  readonly facts: FilingFacts;
  readonly room: WireRoom<Followed>;
  readonly document: DocumentSoFar;
  /** In the order of the copy; an item that waits for the end of the document keeps its place. */
  readonly outcomes: (ItemOutcome<Followed> | WireItem)[];
};

// While one batch is filed the next is being read.
async function fileChunks<Followed>(
  { chunks }: Reading,
  facts: FilingFacts,
  room: WireRoom<Followed>,
): Promise<readonly ItemOutcome<Followed>[]> {
  const filing: Filing<Followed> = { facts, room, document: documentSoFar(), outcomes: [] };
  let waiting: ParsedItem[] = [];
  for await (const chunk of chunks) {
    waiting.push(...chunk);
    if (waiting.length < batchWanted) continue;
    await fileParsed(waiting, filing);
    waiting = [];
  }
  await fileParsed(waiting, filing);
  return fileWaiting(filing);
}

// Small enough to overlap with the reading, large enough that the disk is not asked for each item.
const batchWanted = 250;

async function fileParsed<Followed>(
  parsed: readonly ParsedItem[],
  { facts, room, document, outcomes }: Filing<Followed>,
): Promise<void> {
  const items = parsed.flatMap((each) => ("item" in each ? [each.item] : []));
  const filed = (await fileItems(items, { facts, document }, room)).values();
  for (const each of parsed) {
    if ("refused" in each) outcomes.push({ became: "refused", says: each.refused, at: each.at });
    else {
      const next = filed.next().value ?? "waits";
      outcomes.push(next === "waits" ? each.item : next);
    }
  }
}

async function fileWaiting<Followed>({
  facts,
  room,
  document,
  outcomes,
}: Filing<Followed>): Promise<readonly ItemOutcome<Followed>[]> {
  const waiting = outcomes.flatMap((each) => ("became" in each ? [] : [each]));
  document.ended = true;
  const filed = (await fileItems(waiting, { facts, document }, room)).values();
  return outcomes.flatMap((each) => ("became" in each ? [each] : [...filed.take(1)].filter(isFiled)));
}

const isFiled = <Followed>(each: FiledOrWaits<Followed>) => each !== "waits";

type Reason = { readonly code: string; readonly says: string };

async function setAside(
  copy: string,
  reason: Reason,
  { store }: Pick<WireRoom<unknown>, "store">,
): Promise<{ became: "set-aside"; copy: string } & Reason> {
  await store.together(async ({ copies }) => copies.setAside(copy, reason.says));
  return { became: "set-aside", copy, ...reason };
}

// What no reader could file once and a mended one can: the reason is gone, that it lay aside stays on record.
async function takeBack(facts: FilingFacts, { store, ids }: WireRoom<unknown>): Promise<void> {
  await store.together(async ({ copies, events }) => {
    await copies.setAside(facts.copy, null);
    await events.add({
      id: ids.next(),
      at: facts.arrivedAt,
      what: "copy.taken-back",
      story: null,
      by: "wire",
      says: { copy: facts.copy, partner: facts.partner.id },
    });
  });
}

type Refused = Extract<ItemOutcome<never>, { became: "refused" }>;

function noStoryIn(refused: readonly Refused[], damage: string | null): Reason {
  const [first] = refused;
  if (first) {
    const detail = { count: refused.length, first: first.says.replace(/[.\s]+$/, "") };
    return { code: "no-item-readable", says: says("no-item-readable", detail) };
  }
  if (damage !== null) return { code: "copy-unreadable", says: damage };
  return { code: "copy-without-stories", says: says("copy-without-stories") };
}

type Refusing = { facts: FilingFacts; kept: KeptCopy; room: WireRoom<unknown> };

// Nothing is dropped silently: what of a copy was refused stays on record, once for the same bytes.
async function recordRefused(refused: readonly Refused[], { facts, kept, room }: Refusing): Promise<void> {
  if (refused.length === 0 || !kept.first) return;
  const told = refused.slice(0, 50).map(({ says: why, at }) => ({ at, says: why }));
  await room.store.together(async ({ events }) =>
    events.add({
      id: room.ids.next(),
      at: facts.arrivedAt,
      what: "copy.partly-refused",
      story: null,
      by: "wire",
      says: { copy: facts.copy, partner: facts.partner.id, count: refused.length, refused: told },
    }),
  );
}
