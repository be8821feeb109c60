import type { Instant } from "../base/clock.ts";
import { slugOf } from "../story/slug.ts";
import type { Story } from "../story/story.ts";
import type { Tables } from "../store/tables.ts";
import type { Event } from "../store/tables/events.ts";
import type { Revision } from "../store/tables/revisions.ts";
import type { DeskRules } from "./desk.ts";

/** One change of one story: how it was, how it is, what happened in newsroom words, and by whom. */
export type StoryChange = {
  readonly before: Story | null;
  readonly after: Story;
  readonly what: string;
  readonly by: string;
  readonly says: Readonly<Record<string, unknown>>;
};

/** Writes stories, their new revisions and events in a few calls, and says which pages change by it. */
export async function writeChanges(
  tables: Tables,
  changes: readonly StoryChange[],
  desk: Pick<DeskRules, "clock" | "ids">,
): Promise<void> {
  if (changes.length === 0) return;
  const at = desk.clock.now();
  // A story changed twice in one transaction is written once, as it is last; each change keeps its event.
  const last = new Map(changes.map((change) => [change.after.id, change.after]));
  await tables.stories.set(...last.values());
  const revisions = changes.flatMap((change) => revisionOf(change, at));
  if (revisions.length > 0) await tables.revisions.add(...revisions);
  await tables.events.add(...changes.map((change) => eventOf(change, at, desk.ids.next())));
  tables.touched(...(await tagsOf(tables, changes)));
}

const revisionOf = ({ before, after, what, by }: StoryChange, at: Instant): Revision[] =>
  before?.revision === after.revision
    ? []
    : [{ story: after.id, number: after.revision, at, by, why: what, copy: after.copy }];

const eventOf = ({ after, what, by, says }: StoryChange, at: Instant, id: string): Event => ({
  id,
  at,
  what,
  story: after.id,
  by,
  says,
});

/** Every page that shows a story or ceases to: its own, its sections, partner, people, the fronts. A draft is on none. */
async function tagsOf(tables: Tables, changes: readonly StoryChange[]): Promise<string[]> {
  const tags = new Set(changes.map(({ after }) => `story:${after.id}`));
  const shown = changes.flatMap(({ before, after }) =>
    isPublic(before) || isPublic(after) ? [before, after].filter((story) => story !== null) : [],
  );
  if (shown.length > 0) tags.add("fronts");
  for (const { copy } of shown) {
    tags.add(`section:${copy.section}`);
    for (const { name } of copy.byline) tags.add(`person:${slugOf(name)}`);
  }
  for (const person of await tables.people.findMany([...new Set(shown.map(({ handledBy }) => handledBy))]))
    tags.add(`person:${person.slug}`);
  for (const id of new Set(shown.flatMap(({ taken }) => (taken === null ? [] : [taken.partner])))) {
    const partner = await tables.partners.find(id);
    if (partner) tags.add(`partner:${partner.slug}`);
  }
  return [...tags];
}

const isPublic = (story: Story | null) =>
  story?.state.status === "live" || (story?.state.status === "killed" && story.state.publishedAt !== null);
