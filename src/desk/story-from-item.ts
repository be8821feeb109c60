import type { Instant } from "../base/clock.ts";
import { slugOf } from "../story/slug.ts";
import type { Story, StoryCopy, Taken } from "../story/story.ts";
import type { WireItem } from "../story/wire-item.ts";
import type { Partner } from "../store/tables/partners.ts";

/** What a story is made with besides the item: its ids, and what the desk decided about where and by whom. */
export type TakeFacts = {
  readonly id: string;
  readonly wireItem: string;
  readonly version: string;
  readonly partner: Partner;
  readonly section: string;
  readonly handledBy: string;
  /** Where the item does not say: the paper's own language. */
  readonly language: string;
  readonly now: Instant;
};

/** A draft made from a wire item as it came. Pure; what the agreement says of form, ads and time to stay is in it. */
export function storyFrom(item: WireItem, facts: TakeFacts): Story {
  const { agreement } = facts.partner;
  return {
    id: facts.id,
    slug: slugOf(item.headline) || "story",
    copy: copyFrom(item, facts),
    state: { status: "draft" },
    taken: takenFrom(item, facts),
    handledBy: facts.handledBy,
    embargo: item.embargo,
    held: holdOf(item),
    staysUntil: stayOf(item, facts),
    form: agreement.agreed && agreement.extent.kind === "summary" ? "summary" : "full",
    adsAllowed: agreement.ads,
    edited: false,
    waitingVersion: null,
    corrections: [],
    revision: 1,
    createdAt: facts.now,
  };
}

/** The words and pictures of an item as a story's copy. */
export const copyFrom = (
  item: WireItem,
  { section, language }: Pick<TakeFacts, "section" | "language">,
): StoryCopy => ({
  kind: kindOf(item),
  language: item.language ?? language,
  section,
  headline: item.headline,
  standfirst: item.standfirst,
  byline: item.byline,
  dateline: item.dateline,
  mainPicture: item.mainPicture,
  body: item.body,
  slugline: item.slugline,
  topics: topicsOf(item, section),
});

export const takenFrom = (
  item: WireItem,
  { partner, wireItem, version, now }: Pick<TakeFacts, "partner" | "wireItem" | "version" | "now">,
): Taken => ({
  partner: partner.id,
  wireItem,
  version,
  versionLabel: versionLabelOf(item),
  address: item.source.address,
  sourceName: item.source.name || partner.name,
  firstPublishedAt: item.publishedAt ?? item.firstCreated,
  checkedAt: now,
  own: partner.agreement.preset === "own",
});

/** Why an item may not be shown: withheld by the partner, or unclear (WIRE.md 4.2: anything unclear holds). Null = nothing holds it. */
export function holdOf({ status, statusReason }: WireItem): string | null {
  switch (status) {
    case "usable":
      return null;
    case "held":
      return statusReason || "its status is unclear";
    case "withdrawn":
    case "killed":
      return statusReason === "" ? "withheld by the partner" : `withheld by the partner: ${statusReason}`;
  }
}

/** Until when it may be shown: the earliest of the agreement's days, the item's own end and the end of its rights. */
export function stayOf(
  { validUntil, rights }: WireItem,
  { partner, now }: Pick<TakeFacts, "partner" | "now">,
): Instant | null {
  const { stayDays } = partner.agreement;
  const ends = [stayDays === null ? null : now + stayDays * 86_400_000, validUntil, rights.ends];
  const known = ends.filter((end) => end !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** A short name of a version as readers see it: the partner's own number, else the minute it was made. */
function versionLabelOf({ versionKey, versionCreated, publishedAt }: WireItem): string {
  if (versionKey.length <= 12) return versionKey;
  const made = versionCreated ?? publishedAt;
  return made === null ? "1" : new Date(made).toISOString().slice(0, 16).replace("T", " ");
}

const opinion = /\b(?:opinion|comment(?:isfree)?|editorial|column|kommentar|meinung|tribune|opinión)\b/i;
const feature = /\b(?:feature|interview|profile|long ?read|reportage|portrait)\b/i;

function kindOf({ section, subjects }: WireItem): StoryCopy["kind"] {
  const said = [section ?? "", ...subjects.map(({ name }) => name)].join("\n");
  if (opinion.test(said)) return "comment";
  return feature.test(said) ? "feature" : "news";
}

const mostTopics = 12;

/** The item's subjects by name, and its section's name where our paper has no such section. */
function topicsOf({ section: named, subjects }: WireItem, section: string): string[] {
  const names = [...(named === null ? [] : [named]), ...subjects.map(({ name }) => name)];
  const topics = new Map<string, string>();
  for (const name of names.map((each) => each.trim()).filter((each) => each !== "")) {
    const slug = slugOf(name);
    if (slug !== "" && slug !== section && !topics.has(slug)) topics.set(slug, name);
  }
  return [...topics.values()].slice(0, mostTopics);
}
