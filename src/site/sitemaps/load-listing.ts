import { isListed } from "../index-policy.ts";
import type { Site } from "../page.ts";
import type { Listing } from "./list-parts.ts";

/** What our sitemaps may list: visible stories, without those whose partner wants them listed elsewhere or nowhere. With the tags that decide it. */
export async function loadListing({
  store,
  clock,
}: Site): Promise<Listing & { readonly tags: readonly string[] }> {
  const partners = await store.read.partners.list();
  const exceptPartners = partners.filter(({ agreement }) => !isListed(agreement)).map(({ id }) => id);
  const tags = ["settings", "fronts", ...partners.map(({ slug }) => `partner:${slug}`)];
  return { stories: store.read.stories, now: clock.now(), exceptPartners, tags };
}
