import { idsBy, type Ids } from "../../src/base/ids.ts";
import type { Clock, Instant } from "../../src/base/clock.ts";
import type { Filed } from "../../src/story/filed.ts";
import type { WireItem } from "../../src/story/wire-item.ts";
import type { Store } from "../../src/store/store.ts";
import type { ParsedItem } from "../../src/wire/format.ts";
import type { Arrival, CopyBeingRead, WireRoom } from "../../src/wire/wire-room.ts";
import { aPartner } from "./a-partner.ts";
import { aWireItem } from "./a-wire-item.ts";

/** Copy in a format of the tests: a JSON list of parts of wire items; a text in the list is an item that cannot be read. */
export const aCopyOf = (...items: readonly (Partial<WireItem> | string)[]): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(items));

export const anArrival = (bytes: Uint8Array, part: Partial<Arrival> = {}): Arrival => ({
  bytes,
  origin: "standard input",
  contentType: null,
  address: null,
  partner: aPartner(),
  section: null,
  publishes: false,
  ...part,
});

export type IntakeHouse = WireRoom<string> & {
  readonly clock: Clock & { set(now: Instant): void };
  readonly ids: Ids;
  /** What the desk was handed, batch by batch. */
  readonly followed: (readonly Filed[])[];
};

/** A wire room over a store, whose desk notes what it is told and answers with "followed KEY". */
export function anIntakeHouse(store: Store, now: Instant = Date.UTC(2026, 10, 23, 6)): IntakeHouse {
  const time = { now };
  const clock = { now: () => time.now, steady: () => time.now, set: (to: Instant) => void (time.now = to) };
  const followed: (readonly Filed[])[] = [];
  return {
    store,
    clock,
    ids: idsBy(clock),
    followed,
    parseInChunks: async (bytes) => readTestCopy(new TextDecoder().decode(bytes)),
    async follow(_tables, filed) {
      followed.push(filed);
      return filed.map(({ item }) => `followed ${item.stableKey}`);
    },
  };
}

function readTestCopy(text: string): CopyBeingRead {
  if (!text.startsWith("[")) return { unreadable: "The copy is in no format Offstone knows." };
  const parts: readonly (Partial<WireItem> | string)[] = JSON.parse(text);
  const items = parts.map((part, at): ParsedItem =>
    typeof part === "string" ? { refused: part, at: `item ${at + 1}` } : { item: aWireItem(part) },
  );
  return { format: "test", damage: null, chunks: piecesOf(items), ended: Promise.resolve(null) };
}

/** A hundred at a time, as the parse room hands them over. */
export async function* piecesOf(items: readonly ParsedItem[]): AsyncGenerator<readonly ParsedItem[]> {
  for (let at = 0; at < items.length; at += 100) yield items.slice(at, at + 100);
}
