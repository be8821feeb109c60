import { publicCopy } from "../story/public-copy.ts";
import type { Story } from "../story/story.ts";
import { storyAddress } from "../story/story-address.ts";
import { loadChrome } from "./chrome.ts";
import type { Ask, Site } from "./page.ts";
import { refuse } from "./refusals.ts";
import { standing } from "./standing.ts";
import type { GoneView, ShownStory } from "./story-view.ts";
import { daysOf } from "./when.ts";

/** The story at a public address, as far as it may be told of. */
export type FoundStory =
  | { readonly shown: ShownStory; readonly address: string }
  | { readonly gone: GoneView; readonly story: string }
  | { readonly moved: string };

/**
 * Finds by the parameters section, yyyy, mm, dd, slug. A story that moved since says where to; one that may not be
 * told of throws "page-not-found" just as if there were none (CASES ACL-08).
 */
export async function getStory({ params }: Ask, site: Site): Promise<FoundStory> {
  const { section = "", yyyy, mm, dd, slug = "" } = params;
  const day = `${yyyy}-${mm}-${dd}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw refuse("page-not-found");
  const story = await site.store.read.stories.findByAddress({ section, day, slug });
  if (story === undefined) throw refuse("page-not-found");
  const how = standing(story, site.clock.now());
  if (how === "hidden") throw refuse("page-not-found");
  if (how !== "shown" || !isLive(story)) return { gone: await goneView(story, site), story: story.id };
  const address = storyAddress(story, daysOf(site.paper));
  if (address === null) throw refuse("page-not-found");
  return address === `/${section}/${yyyy}/${mm}/${dd}/${slug}`
    ? { shown: { ...story, copy: publicCopy(story) }, address }
    : { moved: address };
}

const isLive = (story: Story): story is ShownStory => story.state.status === "live";

async function goneView({ state, staysUntil, taken }: Story, site: Site): Promise<GoneView> {
  const chrome = await loadChrome(site);
  if (state.status === "killed") return { kind: "killed", chrome, at: state.killedAt, reason: state.reason };
  const source = taken === null ? null : { name: taken.sourceName, address: taken.address };
  return { kind: "ended", chrome, at: staysUntil ?? site.clock.now(), source };
}
