import type { Body } from "../../story/body.ts";
import type { Partner } from "../../store/tables/partners.ts";
import type { StoryCard } from "../../story/story.ts";
import { storyAddress } from "../../story/story-address.ts";
import { isVisible } from "../../story/visibility.ts";
import { loadChrome, sectionOf, type Chrome } from "../chrome.ts";
import type { Site } from "../page.ts";
import { daysOf } from "../when.ts";
import type { Feed, FeedEntry, Followed } from "./feed.ts";

const mostEntries = 30;

/** A feed, with the tags of the partners whose agreements decide what is in it. */
export type LoadedFeed = { readonly feed: Feed; readonly tags: readonly string[] };

/** Gathers a feed: the newest visible stories, each in full only where the partner lets it be passed on. */
export async function loadFeed(followed: Followed, suffix: string, site: Site): Promise<LoadedFeed> {
  const { store, clock, paper, origin } = site;
  const choice = { ...followed.which, now: clock.now(), limit: mostEntries };
  const [chrome, cards] = await Promise.all([loadChrome(site), store.read.stories.listVisible(choice)]);
  const partners = await loadPartners(cards, site);
  const entries = await Promise.all(
    cards.map((card) => entryOf(card, { site, chrome, partner: partners.get(card.taken?.partner ?? "") })),
  );
  const path = followed.home === "/" ? "" : followed.home;
  const feed = {
    title: followed.name === null ? paper.name : `${followed.name} | ${paper.name}`,
    says: followed.says,
    home: origin + followed.home,
    self: `${origin}${path}/${suffix}`,
    language: paper.language,
    updatedAt: cards.length === 0 ? null : Math.max(...cards.map(({ updatedAt }) => updatedAt)),
    paper: paper.name,
    origin,
    entries,
  };
  return { feed, tags: [...partners.values()].map(({ slug }) => `partner:${slug}`) };
}

async function loadPartners(cards: readonly StoryCard[], { store }: Site): Promise<Map<string, Partner>> {
  const ids = new Set(cards.flatMap(({ taken }) => (taken === null ? [] : [taken.partner])));
  const found = await Promise.all([...ids].map((id) => store.read.partners.find(id)));
  return new Map(found.flatMap((partner) => (partner === undefined ? [] : [[partner.id, partner] as const])));
}

type EntryRoom = { readonly site: Site; readonly chrome: Chrome; readonly partner: Partner | undefined };

async function entryOf(card: StoryCard, { site, chrome, partner }: EntryRoom): Promise<FeedEntry> {
  const address = site.origin + storyAddress(card, daysOf(site.paper));
  return {
    card,
    address,
    body: mayPassOn(card, partner) ? await loadBody(card, site) : null,
    picture: mayPassOn(card, partner) ? card.mainPicture : null,
    sectionName: sectionOf(chrome, card.section).name,
    source: card.taken === null ? null : sourceOf(card.taken, partner, address),
  };
}

/** Our own copy, and a partner's whose agreement says so. A partner we cannot find has said nothing. */
const mayPassOn = ({ taken, form }: StoryCard, partner: Partner | undefined): boolean =>
  form === "full" && (taken === null || partner?.agreement.onwardUse === true);

async function loadBody({ id }: StoryCard, { store, clock }: Site): Promise<Body | null> {
  const story = await store.read.stories.find(id);
  // Between the list and here it may have been killed.
  return story !== undefined && isVisible(story, clock.now()) ? story.copy.body : null;
}

const sourceOf = (taken: NonNullable<StoryCard["taken"]>, partner: Partner | undefined, own: string) => ({
  name: taken.sourceName,
  address: taken.address ?? partner?.home ?? own,
});
