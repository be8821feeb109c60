import type { Section } from "../story/section.ts";
import type { StoryCard } from "../story/story.ts";
import { isDrawable } from "./parts/picture.ts";

/** A section on the front: one chief story and a list under or beside it. */
export type Desk = {
  readonly section: Section;
  readonly chief: StoryCard;
  readonly list: readonly StoryCard[];
};

/** Which story stands where on a front. No story stands twice. */
export type Arranged = {
  readonly splash: StoryCard | null;
  /** Headlines under the splash: what belongs with it. */
  readonly with: readonly StoryCard[];
  readonly second: readonly StoryCard[];
  readonly voices: readonly StoryCard[];
  readonly desks: readonly Desk[];
  /** The light sections, in the side column. */
  readonly shelves: readonly Desk[];
  readonly latest: readonly StoryCard[];
};

/** The newest visible stories of one section, newest first. */
export type Shelf = { readonly section: Section; readonly cards: readonly StoryCard[] };

const light = new Set(["culture", "life"]);
const mostSecond = 5;
const mostVoices = 4;

/** Arranges a front by itself, from the newest stories of each section: size and place follow age, kind and picture. */
export function arrangeFront(shelves: readonly Shelf[]): Arranged {
  const byAge = shelves.flatMap(({ cards }) => cards).toSorted(newestFirst);
  const placed = new Set<string>();
  const place = (cards: readonly StoryCard[]) => {
    for (const { id } of cards) placed.add(id);
    return cards;
  };
  const free = (cards: readonly StoryCard[]) => cards.filter(({ id }) => !placed.has(id));
  const news = byAge.filter((card) => card.kind !== "comment" && !isOpinion(shelves, card));

  const splash = chiefOf(news.slice(0, 8)) ?? byAge[0] ?? null;
  if (splash) place([splash]);
  const voices = place(free(byAge.filter((card) => !news.includes(card))).slice(0, mostVoices));
  const second = place(onePerSection(free(news)).slice(0, mostSecond));
  const beside = splash ? place(belonging(splash, free(news))) : [];
  const rest = shelves.flatMap((shelf) =>
    deskOf(shelf, free(shelf.cards), light.has(shelf.section.tone) ? 2 : 4),
  );
  return {
    splash,
    with: beside,
    second,
    voices,
    desks: rest.filter(({ section }) => !light.has(section.tone) && section.tone !== "opinion"),
    shelves: rest.filter(({ section }) => light.has(section.tone)),
    latest: byAge.slice(0, 5),
  };
}

const newestFirst = (one: StoryCard, other: StoryCard) =>
  other.publishedAt - one.publishedAt || (other.id > one.id ? 1 : -1);

const isOpinion = (shelves: readonly Shelf[], { section }: StoryCard) =>
  shelves.some((shelf) => shelf.section.slug === section && shelf.section.tone === "opinion");

/** The newest with a picture to show; without one, the newest. */
const chiefOf = (cards: readonly StoryCard[]) =>
  cards.find((card) => isDrawable(card.mainPicture)) ?? cards[0];

/** The newest of each section first, then the others, so that one busy section does not fill the column. */
function onePerSection(cards: readonly StoryCard[]): StoryCard[] {
  const seen = new Set<string>();
  const first = cards.filter(({ section }) => !seen.has(section) && seen.add(section));
  return [...first, ...cards.filter((card) => !first.includes(card))];
}

/** Up to three that share a topic with the splash. */
const belonging = (splash: StoryCard, cards: readonly StoryCard[]) =>
  cards.filter(({ topics }) => topics.some((topic) => splash.topics.includes(topic))).slice(0, 3);

function deskOf({ section }: Shelf, cards: readonly StoryCard[], most: number): Desk[] {
  const chief = chiefOf(cards);
  if (chief === undefined) return [];
  return [{ section, chief, list: cards.filter((card) => card !== chief).slice(0, most) }];
}
