import type { Instant } from "../../base/clock.ts";

/** What one part of a page (its JSON-LD, its meta elements, its marked-up words) says of its story. Absent = not said. */
export type PageFacts = {
  headline?: string;
  /** What the story is called in lists, where that is not the headline. */
  name?: string;
  standfirst?: string;
  /** As printed or listed: one text per writer, or one text for all. */
  writers?: readonly string[];
  section?: string;
  keywords?: readonly string[];
  published?: Instant;
  modified?: Instant;
  language?: string;
  source?: string;
  address?: string;
  picture?: PictureFacts;
  video?: VideoFacts;
  rightsHolder?: string;
  rightsNotice?: string;
  terms?: string;
  isFree?: boolean;
  /** It says of itself that it is a story (an article, a news article, a report). */
  isStory?: boolean;
  isVideo?: boolean;
};

export type PictureFacts = {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
  readonly width: number | null;
  readonly height: number | null;
};

export type VideoFacts = {
  readonly title: string;
  readonly address: string | null;
  readonly poster: string | null;
};

/** The first that says something wins, fact by fact. */
export function firstFacts(sources: readonly PageFacts[]): PageFacts {
  const facts: PageFacts = {};
  for (const source of sources.toReversed()) Object.assign(facts, source);
  return facts;
}

/** Only what is said: empty texts and lists are left out, so that they hide nothing below them. */
export function said<Facts extends { [Name in keyof PageFacts]?: PageFacts[Name] | null | undefined }>(
  facts: Facts,
): PageFacts {
  const kept = Object.entries(facts).filter(
    ([, value]) =>
      value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}
