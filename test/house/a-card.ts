import type { StoryCard } from "../../src/story/story.ts";
import { aCopy } from "./a-story.ts";

/** A card as lists show it. */
export const aCard = (overrides: Partial<StoryCard> = {}): StoryCard => {
  const { kind, section, language, headline, standfirst, byline, mainPicture, topics } = aCopy();
  return {
    id: "card-1",
    slug: "harbour-town-votes-to-keep-its-last-ferry",
    taken: null,
    form: "full",
    kind,
    section,
    language,
    headline,
    standfirst,
    byline,
    mainPicture,
    topics,
    publishedAt: Date.UTC(2026, 10, 23, 8),
    updatedAt: Date.UTC(2026, 10, 23, 8),
    minutes: 3,
    ...overrides,
  };
};
