import type { Block, Body, Inline } from "../../src/story/body.ts";
import type { PictureUse } from "../../src/story/picture.ts";
import type { Story, StoryCopy } from "../../src/story/story.ts";
import type { WireItem } from "../../src/story/wire-item.ts";
import { noRights } from "../../src/story/wire-item.ts";

/** 19 November 2026, 12:00 in Saltmere. */
export const noon = Date.parse("2026-11-19T12:00+01:00");

/** An instant of the edition's day: at("11:32"), or of a day before: at("11:32", 1). */
export const at = (hour: string, daysBefore = 0) =>
  Date.parse(`2026-11-19T${hour}+01:00`) - daysBefore * 86_400_000;

/** Words with *emphasis* and [links](/path). */
export const line = (text: string): Inline[] =>
  [...text.matchAll(/\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)|([^*[]+)/g)].map(
    ([, em, link, href, plain]): Inline => {
      if (em !== undefined) return { type: "text", text: em, marks: [{ type: "em" }] };
      if (link !== undefined && href !== undefined)
        return { type: "text", text: link, marks: [{ type: "link", attrs: { href } }] };
      return { type: "text", text: plain ?? "" };
    },
  );

export const p = (text: string): Block => ({ type: "paragraph", content: line(text) });
export const h2 = (text: string): Block => ({ type: "heading", attrs: { level: 2 }, content: line(text) });
export const bodyOf = (...blocks: Block[]): Body => ({ type: "doc", content: blocks });

export const drawing = (name: string, alt: string, caption = ""): PictureUse => ({
  picture: `art:${name}`,
  address: null,
  alt,
  caption,
  credit: "Illustration: Ottilie Marsh/The Harbour Courier",
  rights: null,
  width: null,
  height: null,
});

const emptyCopy: StoryCopy = {
  kind: "news",
  language: "en-GB",
  section: "news",
  headline: "Berth three stays open",
  standfirst: "",
  byline: [],
  dateline: "",
  mainPicture: null,
  body: bodyOf(p("Berth three of the eastern quay stays open.")),
  slugline: "",
  topics: [],
};

/** A live story of the paper's own, published at 9 in the morning, with what is given in its place. */
export function aSiteStory(id: string, copy: Partial<StoryCopy> = {}, rest: Partial<Story> = {}): Story {
  return {
    id,
    slug: id,
    copy: { ...emptyCopy, ...copy },
    state: { status: "live", publishedAt: at("09:00"), updatedAt: at("09:00") },
    taken: null,
    handledBy: "editors-desk",
    embargo: null,
    held: null,
    staysUntil: null,
    form: "full",
    adsAllowed: true,
    edited: false,
    waitingVersion: null,
    corrections: [],
    revision: 1,
    createdAt: at("05:00"),
    ...rest,
  };
}

/** A partner's version, as far as the site looks at it. */
export const aSourceItem = (
  copy: Pick<WireItem, "headline" | "standfirst" | "byline" | "body">,
): WireItem => ({
  stableKey: "quay",
  versionKey: "4",
  versionOrder: 4,
  status: "usable",
  statusReason: "",
  change: "update",
  embargo: null,
  validUntil: null,
  kind: "text",
  language: "en",
  slugline: "",
  dateline: "",
  mainPicture: null,
  handler: null,
  section: null,
  subjects: [],
  places: [],
  urgency: null,
  source: { name: null, address: null },
  credit: "",
  rights: noRights,
  firstCreated: null,
  versionCreated: null,
  publishedAt: null,
  notesToDesk: [],
  links: [],
  removed: [],
  unmapped: {},
  ...copy,
});
