import { createHash } from "node:crypto";
import { oneLine } from "../../base/text.ts";
import type { FeedItem } from "./feed-item.ts";

/**
 * What stays the same across the versions of an item: its id (guid, atom:id, JSON id), else its link, else a hash of
 * headline and text (WIRE.md 4.1). Campaign parameters are taken off addresses. Letters keep their case. An id that
 * one document uses for items with different links (`shared`) is joined with the link, so that no story is taken for another.
 */
export function stableKeyOf(item: FeedItem, address: string | null, shared: boolean): string {
  const id = cleanAddress(oneLine(item.id));
  const link = cleanAddress(address ?? oneLine(item.link));
  if (id !== "") return bounded(shared ? `${id} ${link}` : id);
  if (link !== "") return bounded(link);
  const text = `${item.headline.text}\n${item.content?.text ?? item.summary?.text ?? ""}`;
  return `hash:${hashOf(oneLine(text))}`;
}

/** 160 bits that tell texts apart. */
export const hashOf = (text: string): string => createHash("sha1").update(text).digest("hex");

const bounded = (key: string) => (key.length <= 1000 ? key : `hash:${hashOf(key)}`);

function cleanAddress(text: string): string {
  if (!/^https?:/i.test(text) || !/[?&](?:utm_|fbclid|gclid|at_medium|at_campaign|ns_)/.test(text))
    return text;
  const url = URL.parse(text);
  if (url === null) return text;
  for (const name of Array.from(url.searchParams.keys())) {
    if (/^(?:utm_|ns_|at_(?:medium|campaign))|^(?:fbclid|gclid)$/.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}
