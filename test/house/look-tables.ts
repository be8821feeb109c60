import type { Partner } from "../../src/store/tables/partners.ts";
import type { Person } from "../../src/store/tables/people.ts";
import type { SearchHit } from "../../src/store/tables/search.ts";
import type { Choice } from "../../src/store/tables/stories.ts";
import type { WireVersion } from "../../src/store/tables/wire-items.ts";
import type { SiteTables } from "../../src/site/page.ts";
import { readingMinutes } from "../../src/story/reading-time.ts";
import type { Section } from "../../src/story/section.ts";
import { slugOf } from "../../src/story/slug.ts";
import { dayIn, storyAddress } from "../../src/story/story-address.ts";
import type { Story, StoryCard } from "../../src/story/story.ts";
import { isVisible } from "../../src/story/visibility.ts";

/** A newsroom's rows as literals. */
export type Edition = {
  readonly zone: string;
  readonly sections: readonly Section[];
  readonly partners: readonly Partner[];
  readonly people: readonly Person[];
  readonly stories: readonly Story[];
  readonly versions: readonly WireVersion[];
};

/** What the site reads, answered from literals by the rules the store's contract states. */
export function tablesOf({ zone, sections, partners, people, stories, versions }: Edition): SiteTables {
  const visible = (choice: Choice) =>
    stories
      .filter((story) => isVisible(story, choice.now))
      .flatMap(cardOf)
      .filter((card) => isChosen(card, choice))
      .toSorted((one, other) => other.publishedAt - one.publishedAt || (other.id > one.id ? 1 : -1));
  const dayOf = dayIn(zone);
  return {
    sections: { list: async () => sections },
    partners: {
      find: async (id) => partners.find((each) => each.id === id),
      findBySlug: async (slug) => partners.find((each) => each.slug === slug),
      list: async () => partners.toSorted((one, other) => one.name.localeCompare(other.name)),
    },
    people: {
      find: async (id) => people.find((each) => each.id === id),
      findBySlug: async (slug) => people.find((each) => each.slug === slug),
    },
    wireItems: { findVersion: async (id) => versions.find((each) => each.id === id) },
    stories: {
      find: async (id) => stories.find((each) => each.id === id),
      findByAddress: async ({ section, day, slug }) =>
        stories.find(
          (each) => storyAddress(each, dayOf) === `/${section}/${day.replaceAll("-", "/")}/${slug}`,
        ),
      listVisible: async (choice) => visible(choice).slice(0, choice.limit),
      countVisible: async (choice) => visible({ ...choice, limit: 0 }).length,
      listCorrected: async (now, limit) =>
        stories.filter((each) => isVisible(each, now) && each.corrections.length > 0).slice(0, limit),
    },
    search: {
      find: async ({ text, now, limit }) =>
        visible({ now, limit })
          .flatMap((card) => hitOf(card, text))
          .slice(0, limit),
    },
  };
}

/** A story as lists show it; none for one that is not live. */
export function cardOf(story: Story): StoryCard[] {
  const { id, slug, taken, form, state, copy } = story;
  if (state.status !== "live") return [];
  const { publishedAt, updatedAt } = state;
  const { kind, section, language, headline, standfirst, byline, mainPicture, topics } = copy;
  const words = { kind, section, language, headline, standfirst, byline, mainPicture, topics };
  return [{ id, slug, taken, form, ...words, publishedAt, updatedAt, minutes: readingMinutes(copy) }];
}

function isChosen(card: StoryCard, choice: Choice): boolean {
  const { after, section, partner, person, topic, since, exceptPartners } = choice;
  return (
    (after === undefined ||
      card.publishedAt < after.publishedAt ||
      (card.publishedAt === after.publishedAt && card.id < after.id)) &&
    (section === undefined || card.section === section) &&
    (partner === undefined || card.taken?.partner === partner) &&
    (person === undefined || card.byline.some(({ name }) => slugOf(name) === person)) &&
    (topic === undefined || card.topics.some((each) => slugOf(each) === topic)) &&
    (since === undefined || card.publishedAt >= since) &&
    (card.taken === null || !exceptPartners?.includes(card.taken.partner))
  );
}

function hitOf(card: StoryCard, text: string): SearchHit[] {
  const words = `${card.headline}. ${card.standfirst}`;
  const at = words.toLowerCase().indexOf(text.toLowerCase());
  if (at < 0) return [];
  const end = at + text.length;
  return [{ card, extract: `${words.slice(0, at)}\u0001${words.slice(at, end)}\u0002${words.slice(end)}` }];
}
