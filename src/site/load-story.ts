import type { Story, StoryCard } from "../story/story.ts";
import { changesAgainst, type Changes } from "../story/changes.ts";
import { slugOf } from "../story/slug.ts";
import { loadChrome, sectionOf } from "./chrome.ts";
import type { Loaded, Site } from "./page.ts";
import type { ShownStory, StoryView } from "./story-view.ts";

/** Gathers what the page of a story shows, with the tags it is made from. */
export async function loadStory(story: ShownStory, address: string, site: Site): Promise<Loaded<StoryView>> {
  const { read } = site.store;
  const [chrome, handler, partner, changes, related] = await Promise.all([
    loadChrome(site),
    read.people.find(story.handledBy),
    story.taken === null ? undefined : read.partners.find(story.taken.partner),
    loadChanges(story, site),
    loadRelated(story, site),
  ]);
  const view: StoryView = {
    kind: "story",
    chrome,
    story,
    address,
    section: sectionOf(chrome, story.copy.section),
    handler: handler ?? null,
    partner: partner ?? null,
    changes,
    related,
    slot: null,
  };
  return { view, tags: tagsOf(view), noindex: partner?.agreement.index === "noindex" };
}

/** What we changed against the version it was taken from; null for our own copy. */
export async function loadChanges({ taken, copy }: Story, { store }: Site): Promise<Changes | null> {
  if (taken === null) return null;
  const source = await store.read.wireItems.findVersion(taken.version);
  return source === undefined ? null : changesAgainst(source.item, copy);
}

const mostRelated = 4;

/** The newest others of its first topics, filled up from its section. */
async function loadRelated({ id, copy }: Story, { store, clock }: Site): Promise<StoryCard[]> {
  const ask = { now: clock.now(), limit: mostRelated + 1 };
  const lists = await Promise.all([
    ...copy.topics
      .slice(0, 2)
      .map((topic) => store.read.stories.listVisible({ ...ask, topic: slugOf(topic) })),
    store.read.stories.listVisible({ ...ask, section: copy.section }),
  ]);
  const others = new Map(lists.flat().map((card) => [card.id, card]));
  others.delete(id);
  return [...others.values()].slice(0, mostRelated);
}

/**
 * The page is dropped when one of these changes. New stories of the section are only waited for while the list of
 * related ones is short, and never for the account that handled it: else each publication would drop every page of its
 * section or account.
 */
function tagsOf({ story, partner, related }: StoryView): string[] {
  const waiting = related.length < mostRelated ? [`section:${story.copy.section}`] : [];
  return [
    "settings",
    `story:${story.id}`,
    ...(partner ? [`partner:${partner.slug}`] : []),
    ...related.map(({ id }) => `story:${id}`),
    ...waiting,
  ];
}
