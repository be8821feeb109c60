import { hash } from "node:crypto";
import type { Filed } from "../story/filed.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Tables } from "../store/tables.ts";
import { fileBatch } from "./file-batch.ts";
import { fileKey } from "./file-key.ts";
import type { FilingFacts, ReadyItem } from "./file-facts.ts";
import { tidyItem } from "./tidy-item.ts";
import type { WireRoom } from "./wire-room.ts";

/** One transaction holds at most this many items (CASES XML-18), so that nobody else waits long. */
export const batchSize = 500;

/**
 * Files items in the order of the copy. What the desk makes of them (`room.follow`) happens in the transaction
 * that files them: a kill has reached every story taken from it when the promise resolves.
 */
export async function fileItems<Followed>(
  items: readonly WireItem[],
  facts: FilingFacts,
  room: WireRoom<Followed>,
): Promise<readonly (Filed & { readonly followed: Followed | null })[]> {
  const done: (Filed & { followed: Followed | null })[] = [];
  for (let at = 0; at < items.length; at += batchSize) {
    const ready = items.slice(at, at + batchSize).map((item) => readyItem(item, facts));
    done.push(...(await room.store.together(async (tables) => fileAndFollow(tables, ready, facts, room))));
  }
  return done;
}

function readyItem(item: WireItem, { partner, arrivedAt }: FilingFacts): ReadyItem {
  const sum = hash("sha256", JSON.stringify(item), "hex");
  const tidied = tidyItem(item, { partnerName: partner.name, arrivedAt });
  return {
    hash: sum,
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
  facts: FilingFacts,
  room: WireRoom<Followed>,
) {
  const filed = await fileBatch(tables, ready, { facts, ids: room.ids });
  const { partner, section, publishes } = facts;
  const followed = await room.follow(tables, filed, { partner, section, publishes });
  return filed.map((each, at) => ({ ...each, followed: followed[at] ?? null }));
}
