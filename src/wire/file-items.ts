import { hash } from "node:crypto";
import type { Filed } from "../story/filed.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Tables } from "../store/tables.ts";
import { fileBatch } from "./file-batch.ts";
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

const readyItem = (item: WireItem, { partner, arrivedAt }: FilingFacts): ReadyItem => ({
  item: tidyItem(item, { partnerName: partner.name, arrivedAt }),
  hash: hash("sha256", JSON.stringify(item), "hex"),
});

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
