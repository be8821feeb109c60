import type { Block, Body } from "../../src/story/body.ts";
import type { Story, StoryCopy } from "../../src/story/story.ts";
import { noRights, type WireItem } from "../../src/story/wire-item.ts";

/** A body of paragraphs. A word written as [word](address) is a link. */
export const bodyOf = (...paragraphs: string[]): Body => ({
  type: "doc",
  content: paragraphs.map((text): Block => ({ type: "paragraph", content: inlineOf(text) })),
});

function inlineOf(text: string) {
  const parts = text.split(/(\[[^\]]+\]\([^)]+\))/).filter((part) => part !== "");
  return parts.map((part) => {
    const [, words, href] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part) ?? [];
    return words !== undefined && href !== undefined
      ? { type: "text" as const, text: words, marks: [{ type: "link" as const, attrs: { href } }] }
      : { type: "text" as const, text: part };
  });
}

/** A usable text item of a partner. */
export const aWireItem = (facts: Partial<WireItem> = {}): WireItem => ({
  stableKey: "item-1",
  versionKey: "1",
  versionOrder: 1,
  status: "usable",
  statusReason: "",
  change: "new",
  embargo: null,
  validUntil: null,
  kind: "text",
  language: "en",
  headline: "Ferry to the islands sails again",
  standfirst: "Repairs took four months",
  slugline: "",
  byline: [{ name: "Mara Oke", place: "Port Ellen", role: null }],
  dateline: "",
  body: bodyOf("The ferry sailed at noon.", "See the [report](https://harbour.example/report) for more."),
  mainPicture: null,
  handler: null,
  section: null,
  subjects: [],
  places: [],
  urgency: null,
  source: { name: "Harbour Post", address: "https://harbour.example/ferry" },
  credit: "",
  rights: noRights,
  firstCreated: null,
  versionCreated: null,
  publishedAt: null,
  notesToDesk: [],
  links: [],
  removed: [],
  unmapped: {},
  ...facts,
});

/** A draft taken from that item as it came. */
export const aTakenStory = (item: WireItem, facts: Partial<Story> = {}): Story => ({
  id: "story-1",
  slug: "ferry-sails-again",
  copy: copyOf(item),
  state: { status: "draft" },
  taken: {
    partner: "partner-1",
    wireItem: "wire-1",
    version: "version-1",
    versionLabel: "1",
    address: item.source.address,
    sourceName: item.source.name ?? "",
    firstPublishedAt: null,
    checkedAt: 0,
    own: false,
  },
  handledBy: "person-1",
  embargo: item.embargo,
  held: null,
  staysUntil: null,
  form: "full",
  adsAllowed: true,
  edited: false,
  waitingVersion: null,
  corrections: [],
  revision: 1,
  createdAt: 0,
  ...facts,
});

export const copyOf = (item: WireItem): StoryCopy => ({
  kind: "news",
  language: "en",
  section: "news",
  headline: item.headline,
  standfirst: item.standfirst,
  byline: item.byline,
  dateline: item.dateline,
  mainPicture: item.mainPicture,
  body: item.body,
  slugline: item.slugline,
  topics: [],
});
