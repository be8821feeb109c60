import type { Tables } from "../store/tables.ts";
import { slugOf } from "../story/slug.ts";
import type { Story } from "../story/story.ts";

/** Every page that shows one of these stories or ceases to: its own, its section, partner, people, topics, the fronts. */
export async function turnTags(ids: readonly string[], tables: Tables): Promise<ReadonlySet<string>> {
  const tags = new Set(["fronts"]);
  for (const id of ids) {
    tags.add(`story:${id}`);
    const story = await tables.stories.find(id);
    if (story) for (const tag of await tagsOf(story, tables)) tags.add(tag);
  }
  return tags;
}

async function tagsOf({ copy, taken, handledBy }: Story, { partners, people }: Tables): Promise<string[]> {
  const partner = taken === null ? undefined : await partners.find(taken.partner);
  const handler = await people.find(handledBy);
  return [
    `section:${copy.section}`,
    ...(partner ? [`partner:${partner.slug}`] : []),
    ...(handler ? [`person:${handler.slug}`] : []),
    ...copy.byline.map(({ name }) => `person:${slugOf(name)}`),
    ...copy.topics.map((topic) => `topic:${slugOf(topic)}`),
  ];
}
