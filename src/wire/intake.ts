import type { Filed } from "../story/filed.ts";
import { fileItems } from "./file-items.ts";
import type { ParsedItem } from "./format.ts";
import { keepCopy } from "./keep-copy.ts";
import { says } from "./refusals.ts";
import type { Arrival, WireRoom } from "./wire-room.ts";

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
 * written. Copy that cannot be read, or holds no story, is set aside with the reason, never half a story.
 */
export async function intake<Followed>(
  arrival: Arrival,
  room: WireRoom<Followed>,
): Promise<IntakeOutcome<Followed>> {
  const kept = await keepCopy(arrival, room);
  const read = await room.parse(arrival.bytes, arrival);
  if (read.became === "unreadable") return setAside(kept.id, read, room);
  const readable = read.items.flatMap((each) => ("item" in each ? [each.item] : []));
  if (readable.length === 0) return setAside(kept.id, noStoryIn(read.items), room);
  const { partner, section, publishes } = arrival;
  const { format, damage } = read;
  const facts = { copy: kept.id, format, arrivedAt: kept.arrivedAt, partner, section, publishes };
  const filed = await fileItems(readable, facts, room);
  return { became: "filed", copy: kept.id, format, damage, items: inOrder(read.items, filed) };
}

type Reason = { readonly code: string; readonly says: string };

async function setAside(
  copy: string,
  { code, says: why }: Reason,
  { store }: Pick<WireRoom<unknown>, "store">,
): Promise<{ became: "set-aside"; copy: string } & Reason> {
  await store.together(async ({ copies }) => copies.setAside(copy, why));
  return { became: "set-aside", copy, code, says: why };
}

function noStoryIn(items: readonly ParsedItem[]): Reason {
  const first = items.find((each) => "refused" in each);
  if (!first) return { code: "copy-without-stories", says: says("copy-without-stories") };
  const detail = { count: items.length, first: first.refused.replace(/[.\s]+$/, "") };
  return { code: "no-item-readable", says: says("no-item-readable", detail) };
}

// Refused items keep their place among the filed ones, so that a list of outcomes reads like the copy.
function inOrder<Followed>(
  items: readonly ParsedItem[],
  filed: readonly (Filed & { readonly followed: Followed | null })[],
): readonly ItemOutcome<Followed>[] {
  const waiting = filed.values();
  return items.flatMap((each): ItemOutcome<Followed>[] => {
    if ("refused" in each) return [{ became: "refused", says: each.refused, at: each.at }];
    const next = waiting.next();
    return next.done ? [] : [next.value];
  });
}
