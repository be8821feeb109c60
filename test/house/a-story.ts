import { idsBy, type Ids } from "../../src/base/ids.ts";
import type { Story, StoryCopy, Taken } from "../../src/story/story.ts";
import type { WireItem } from "../../src/story/wire-item.ts";
import { aBody } from "./a-body.ts";

// Each a millisecond after the last, so that ids sort in the order of making.
let made = 0;
const ids: Ids = idsBy({ now: () => Date.UTC(2026, 10, 23, 8) + made++ });

export const aCopy = (overrides: Partial<StoryCopy> = {}): StoryCopy => ({
  kind: "news",
  language: "en",
  section: "world",
  headline: "Harbour town votes to keep its last ferry",
  standfirst: "Councillors say the crossing pays for itself in ways no ledger shows.",
  byline: [{ name: "Ines Calder", place: "Port Ansel", role: null }],
  dateline: "",
  mainPicture: null,
  body: aBody("The ferry stays.", "Nine of eleven councillors voted for it on Monday night."),
  slugline: "FERRY-VOTE",
  topics: ["Transport"],
  ...overrides,
});

type StoryFacts = Partial<Omit<Story, "copy">> & { readonly copy?: Partial<StoryCopy> };

/** A live story, published at 08:00 on 23 November 2026, that anybody may see. */
export const aStory = ({ copy, ...overrides }: StoryFacts = {}): Story => {
  const id = ids.next();
  return {
    id,
    slug: `story-${id}`,
    copy: aCopy(copy),
    state: live(Date.UTC(2026, 10, 23, 8)),
    taken: null,
    handledBy: "desk",
    embargo: null,
    held: null,
    staysUntil: null,
    form: "full",
    adsAllowed: true,
    edited: false,
    waitingVersion: null,
    corrections: [],
    revision: 1,
    createdAt: Date.UTC(2026, 10, 23, 7),
    ...overrides,
  };
};

export const live = (publishedAt: number, updatedAt = publishedAt): Story["state"] => ({
  status: "live",
  publishedAt,
  updatedAt,
});

export const aTaken = (overrides: Partial<Taken> = {}): Taken => ({
  partner: "partner-1",
  wireItem: "item-1",
  version: "version-1",
  versionLabel: "1",
  address: "https://partner.example/ferry",
  sourceName: "The Partner",
  firstPublishedAt: Date.UTC(2026, 10, 23, 6),
  checkedAt: Date.UTC(2026, 10, 23, 7),
  own: false,
  ...overrides,
});

/** A draft taken from an item as it came. */
export const aTakenStory = (item: WireItem, { copy, ...overrides }: StoryFacts = {}): Story => {
  const { language, headline, standfirst, byline, dateline, mainPicture, body, slugline } = item;
  const words = { headline, standfirst, byline, dateline, mainPicture, body, slugline };
  return aStory({
    slug: "ferry-sails-again",
    copy: { ...words, language: language ?? "en", section: "news", topics: [], ...copy },
    state: { status: "draft" },
    taken: aTaken({ address: item.source.address, sourceName: item.source.name ?? "" }),
    embargo: item.embargo,
    ...overrides,
  });
};
