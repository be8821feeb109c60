import type { Filed } from "../story/filed.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Tables } from "../store/tables.ts";
import { fileBatch, type Filing } from "./file-batch.ts";
import type { DocumentSoFar } from "./file-document.ts";
import { fileKey, hashOfItem } from "./file-key.ts";
import type { FilingFacts, ReadyItem } from "./file-facts.ts";
import { tidyItem } from "./tidy-item.ts";
import type { WireRoom } from "./wire-room.ts";

/** One transaction holds at most this many items (CASES XML-18), so that nobody else waits long. */
export const batchSize = 500;

/** An item filed and followed; "waits": which item it is can be told at the end of the document, file it again then. */
export type FiledOrWaits<Followed> = (Filed & { readonly followed: Followed | null }) | "waits";

/**
 * Files items in the order of the copy. What the desk makes of them (`room.follow`) happens in the transaction
 * that files them: a kill has reached every story taken from it when the promise resolves.
 */
export async function fileItems<Followed>(
  items: readonly WireItem[],
  { facts, document }: { readonly facts: FilingFacts; readonly document: DocumentSoFar },
  room: WireRoom<Followed>,
): Promise<readonly FiledOrWaits<Followed>[]> {
  const done: FiledOrWaits<Followed>[] = [];
  for (let at = 0; at < items.length; at += batchSize) {
    const ready = items.slice(at, at + batchSize).map((item) => readyItem(item, facts));
    const filing = { facts, document, ids: room.ids };
    done.push(...(await room.store.together(async (tables) => fileAndFollow(tables, ready, filing, room))));
  }
  return done;
}

function readyItem(item: WireItem, { partner, arrivedAt }: FilingFacts): ReadyItem {
  const sum = hashOfItem(item);
  const tidied = tidyItem(item, { partnerName: partner.name, arrivedAt });
  return {
    hash: sum,
    read: item,
    item: {
      ...tidied,
      stableKey: fileKey(item.stableKey, sum),
      versionKey: fileKey(item.versionKey, sum),
    },
  };
}

async function fileAndFollow<Followed>(
  tables: Tables,
  ready: readonly ReadyItem[],
  filing: Filing,
  room: WireRoom<Followed>,
): Promise<readonly FiledOrWaits<Followed>[]> {
  const outcomes = await fileBatch(tables, ready, filing);
  const { partner, section, publishes } = filing.facts;
  const filed = outcomes.filter((each) => each !== "waits");
  if (filed.length === 0) return outcomes.map(() => "waits");
  const followed = (await room.follow(tables, filed, { partner, section, publishes })).values();
  return outcomes.map((each) =>
    each === "waits" ? each : { ...each, followed: followed.next().value ?? null },
  );
}
