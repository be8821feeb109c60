import { parseJsonFeed } from "feedsmith";
import { z } from "zod";
import type { CopyText, ParsedEach, ParsedItem } from "../format.ts";
import { readJsonCopy } from "../json-copy.ts";
import { absolute } from "./absolute.ts";
import type { FeedDefaults } from "./feed-item.ts";
import { jsonFeedItem } from "./json-feed-item.ts";
import { wireItemOf } from "./wire-item-of.ts";

/** By its version, or, where that is missing, by the names of its members. Quotes inside JSON text are escaped, so text cannot pose. */
export const isJsonFeed = (text: string): boolean =>
  /^\s*\{/.test(text) &&
  (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/i.test(text) ||
    (/"items"\s*:\s*\[/.test(text) &&
      /"(?:content_html|content_text|home_page_url|feed_url)"\s*:/.test(text)));

/** Reads JSON Feed 1.0 and 1.1. Items of a wrong type are refused one by one (CASES XML-21). */
export function readJsonFeed({ text, address }: CopyText): ParsedEach {
  const json = readJsonCopy(text);
  if (json.became !== "json")
    return { unreadable: "The JSON Feed is cut or malformed, so nothing could be read from it." };
  const feed = document.safeParse(json.value);
  if (!feed.success) return { unreadable: "The copy says it is a JSON Feed but has no list of items." };
  const { items, title, home_page_url, language, authors, author } = feed.data;
  const home = absolute(home_page_url, address);
  const defaults: FeedDefaults = {
    language: language ?? null,
    rightsNotice: "",
    authors: (authors ?? (author ? [author] : [])).flatMap(({ name }) => (name === undefined ? [] : [name])),
    home,
    sharedIds: new Set(),
  };
  return {
    items: itemsOf(items, address ?? home, defaults),
    feed: { title: title ?? "", home, language: language ?? null },
    damage: null,
  };
}

const loose = z.string().optional().catch(undefined);
const person = z.looseObject({ name: loose });
const people = z.array(person).optional().catch(undefined);
const document = z.looseObject({
  items: z.array(z.unknown()),
  title: loose,
  home_page_url: loose,
  language: loose,
  authors: people,
  author: person.optional().catch(undefined),
});

function* itemsOf(
  items: readonly unknown[],
  base: string | null,
  defaults: FeedDefaults,
): Generator<ParsedItem> {
  for (const [at, value] of items.entries()) {
    const place = `item ${at + 1}`;
    const extra = z.record(z.string(), z.unknown()).safeParse(value);
    const read = extra.success ? parseItem(value) : undefined;
    if (read === undefined) yield { refused: "It is no object with members of a JSON Feed item.", at: place };
    else yield { item: wireItemOf(jsonFeedItem(read, base, unknownIn(extra.data ?? {})), defaults) };
  }
}

function parseItem(value: unknown) {
  return parseJsonFeed({ version: "https://jsonfeed.org/version/1.1", title: "-", items: [value] })
    .items?.[0];
}

const defined = new Set(
  "id url external_url title content_html content_text summary image banner_image date_published date_modified tags author authors language attachments".split(
    " ",
  ),
);
const unknownIn = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !defined.has(name.toLowerCase())));
