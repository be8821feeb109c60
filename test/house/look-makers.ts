import type { PictureUse } from "../../src/story/picture.ts";
import type { Story, StoryCopy } from "../../src/story/story.ts";
import { aBody } from "./a-body.ts";
import { aCopy, aStory, live } from "./a-story.ts";

/** 19 November 2026, 12:00 in Saltmere. */
export const noon = Date.parse("2026-11-19T12:00+01:00");

/** An instant of the edition's day: at("11:32"), or of a day before: at("11:32", 1). */
export const at = (hour: string, daysBefore = 0) =>
  Date.parse(`2026-11-19T${hour}+01:00`) - daysBefore * 86_400_000;

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

const berth = aCopy({
  language: "en-GB",
  section: "news",
  headline: "Berth three stays open",
  standfirst: "",
  byline: [],
  body: aBody("Berth three of the eastern quay stays open."),
  slugline: "",
  topics: [],
});

/** A live story of the paper's own, published at 9 in the morning, with what is given in its place. */
export const aSiteStory = (
  id: string,
  copy: Partial<StoryCopy> = {},
  overrides: Partial<Story> = {},
): Story =>
  aStory({
    id,
    slug: id,
    state: live(at("09:00")),
    handledBy: "editors-desk",
    createdAt: at("05:00"),
    ...overrides,
    copy: { ...berth, ...copy },
  });
