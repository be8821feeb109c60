import { bareItem, noRights, type WireItem } from "../../story/wire-item.ts";
import { absolute } from "./absolute.ts";
import { bylineOf } from "./feed-byline.ts";
import { embargoOf } from "./feed-embargo.ts";
import type { FeedDefaults, FeedItem } from "./feed-item.ts";
import { openingOf, wordsOf } from "./feed-words.ts";
import { readDate } from "./read-date.ts";
import { hashOf, stableKeyOf } from "./stable-key.ts";

/** One feed item in the newsroom's own form (WIRE.md 4.1 to 4.8). Pure; never throws on what a feed may hold. */
export function wireItemOf(item: FeedItem, feed: FeedDefaults): WireItem {
  const base = item.base ?? feed.home;
  const address = absolute(item.link, base);
  const words = wordsOf(item);
  const shared = feed.sharedIds.has(item.id.trim());
  const { status, reason } = item.status ?? { status: "usable" as const, reason: "" };
  return {
    ...bareItem,
    ...words,
    ...timesOf(item),
    stableKey: stableKeyOf(item, address, shared),
    ...versionOf(item),
    status,
    statusReason: reason,
    embargo: embargoOf(item, `${words.headline}\n${openingOf(words.body)}`),
    kind: (item.content === null ? item.kind : null) ?? "text",
    language: languageOf(item.language ?? feed.language),
    byline: bylineOf(item.authors.length > 0 ? item.authors : feed.authors),
    mainPicture: item.pictures[0] ?? null,
    section: item.section,
    subjects: item.subjects,
    places: item.places,
    source: { name: item.source.name, address },
    rights: { ...noRights, notice: feed.rightsNotice, ...item.rights },
    notesToDesk: shared ? [...item.notes, sharedNote] : item.notes,
    links: item.links.map(({ rel, href }) => ({ rel, href: absolute(href, base) ?? href })),
    unmapped: { ...item.unmapped, dates: written(item.dates) },
  };
}

const written = (dates: FeedItem["dates"]) =>
  Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined));

const sharedNote =
  "The feed gives this item's id to other items too, so it is told apart by its link as well.";

function timesOf({
  dates,
}: FeedItem): Pick<WireItem, "firstCreated" | "versionCreated" | "publishedAt" | "validUntil"> {
  const published = readDate(dates.published);
  const updated = readDate(dates.updated);
  return {
    publishedAt: published ?? updated,
    versionCreated: updated ?? published,
    firstCreated: readDate(dates.created) ?? published,
    validUntil: readDate(dates.expires),
  };
}

// A feed that says when it changed an item orders its versions; else only the words tell versions apart.
function versionOf(item: FeedItem): Pick<WireItem, "versionKey" | "versionOrder"> {
  const order = readDate(item.dates.updated);
  if (order !== null) return { versionKey: new Date(order).toISOString(), versionOrder: order };
  const said = [
    item.link,
    item.headline,
    item.summary,
    item.content,
    item.authors,
    item.pictures,
    item.status,
  ];
  return { versionKey: `hash:${hashOf(JSON.stringify(said))}`, versionOrder: null };
}

function languageOf(tag: string | null): string | null {
  const written = tag?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(written) ? written : null;
}

/** A tombstone (RFC 6721): the partner has deleted the item called `ref`, which kills what was made of it. */
export const killOf = ({
  ref,
  when,
  says,
}: {
  ref: string;
  when: number | null;
  says: string;
}): WireItem => ({
  ...bareItem,
  stableKey: ref,
  versionKey: `deleted:${when ?? "undated"}`,
  versionOrder: when,
  status: "killed",
  statusReason: says || "The partner has deleted it.",
  versionCreated: when,
});
