import type { Instant } from "../base/clock.ts";
import { slugOf } from "../story/slug.ts";
import type { Story } from "../story/story.ts";
import { dayIn } from "../story/story-address.ts";
import type { Tables } from "../store/tables.ts";

/** Slugs given away in this transaction, which the store does not know yet. */
export type Reserved = Set<string>;

/** The story as it is once published: live from now, under a slug no other story of that section and day has. */
export async function goLive(
  story: Story,
  {
    tables,
    now,
    zone,
    reserved = new Set(),
  }: { tables: Tables; now: Instant; zone: string; reserved?: Reserved },
): Promise<Story> {
  const { section } = story.copy;
  const day = dayIn(zone)(now);
  // Until now nobody could know its address, so it is made from the headline as it is printed.
  const wanted = slugOf(story.copy.headline) || story.slug;
  let slug = wanted;
  for (let count = 2; await isTaken(slug); count++) slug = `${wanted}-${count}`;
  reserved.add(`${section}/${day}/${slug}`);
  return { ...story, slug, state: { status: "live", publishedAt: now, updatedAt: now } };

  async function isTaken(tried: string): Promise<boolean> {
    return (
      reserved.has(`${section}/${day}/${tried}`) ||
      (await tables.stories.slugTaken({ section, day, slug: tried }, story.id))
    );
  }
}
