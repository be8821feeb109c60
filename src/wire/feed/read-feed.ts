import type { CopyText, ParsedEach, ParsedItem } from "../format.ts";
import { atomEntry } from "./atom-entry.ts";
import { canonicalFeed, type CanonicalFeed, type CanonicalItem } from "./canonical-feed.ts";
import { damageOf } from "./feed-damage.ts";
import type { FeedDefaults, FeedItem } from "./feed-item.ts";
import { withLongTexts } from "./long-texts.ts";
import { headOf } from "./feed-head.ts";
import { atomFeed, rssFeed } from "./feedsmith.ts";
import { readDate } from "./read-date.ts";
import { rssItem } from "./rss-item.ts";
import { killOf, wireItemOf } from "./wire-item-of.ts";

/** Reads RSS of any version, and Atom. Bad items are refused one by one, a cut feed gives what is whole of it. */
export function readFeed({ text, address }: CopyText): ParsedEach {
  const feed = canonicalFeed(text, address);
  if (feed === null)
    return { unreadable: "The copy is no feed: it has no rss, rdf, channel, feed or entry element." };
  if (feed.items.length === 0 && (feed.cut || feed.lost > 0)) {
    return {
      unreadable:
        "The feed is cut off before its first item ends, so there is nothing to read; fetch it again.",
    };
  }
  const { facts, defaults } = headOf(feed);
  return {
    items: itemsOf(feed, { ...defaults, sharedIds: sharedIds(feed.items) }),
    feed: facts,
    damage: damageOf(feed),
  };
}

function* itemsOf({ items, dialect }: CanonicalFeed, defaults: FeedDefaults): Generator<ParsedItem> {
  for (let start = 0; start < items.length; start += batch) {
    const some = items.slice(start, start + batch);
    const read = readBatch(some, dialect);
    for (const [at, item] of some.entries())
      yield itemOf(item, read[at] ?? null, { defaults, at: start + at });
  }
}

// feedsmith sets up its parser anew for each document, which costs as much as three items do.
const batch = 32;

function itemOf(
  { tombstone }: CanonicalItem,
  read: FeedItem | null,
  { defaults, at }: { readonly defaults: FeedDefaults; readonly at: number },
): ParsedItem {
  if (tombstone !== null) return { item: killOf({ ...tombstone, when: readDate(tombstone.when) }) };
  if (read === null || isEmpty(read)) {
    return { refused: "It has neither headline nor text nor link.", at: `item ${at + 1}` };
  }
  return { item: wireItemOf(read, defaults) };
}

function readBatch(items: readonly CanonicalItem[], dialect: "rss" | "atom"): (FeedItem | null)[] {
  const xml = items.map((item) => item.xml).join("");
  const read = dialect === "rss" ? rssItems(xml) : atomEntries(xml);
  // It passes over items that say nothing; then each is asked for alone, so that none is taken for its neighbour.
  if (read.length !== items.length && items.length > 1)
    return items.flatMap((item) => readBatch([item], dialect));
  return items.map(({ unknown, longTexts }, at) => {
    const item = read[at]?.(unknown);
    return item === undefined ? null : withLongTexts(item, longTexts);
  });
}

type Reader = (unknown: Readonly<Record<string, string>>) => FeedItem;

const rssItems = (xml: string): Reader[] =>
  (rssFeed(xml)?.items ?? []).map((item) => (unknown) => rssItem(item, unknown));

const atomEntries = (xml: string): Reader[] =>
  (atomFeed(xml)?.entries ?? []).map((entry) => (unknown) => atomEntry(entry, unknown));

const isEmpty = ({ headline, summary, content, link, pictures, links }: FeedItem) =>
  [headline.text, summary?.text ?? "", content?.text ?? "", link].every((text) => text.trim() === "") &&
  pictures.length === 0 &&
  links.length === 0;

function sharedIds(items: readonly CanonicalItem[]): ReadonlySet<string> {
  const links = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, link } of items) {
    const first = links.get(id);
    if (id !== "" && first !== undefined && first !== link) shared.add(id);
    links.set(id, first ?? link);
  }
  return shared;
}
