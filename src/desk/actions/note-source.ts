import { days, type Instant } from "../../base/clock.ts";
import type { Story } from "../../story/story.ts";
import type { Tables } from "../../store/tables.ts";
import type { DeskRules } from "../desk.ts";
import { writeChanges } from "../story-changes.ts";

/**
 * What a look at a story's source found. `same`: the version we took is the newest. `changed`: the page says that it
 * was changed since, and nothing newer came over the wire. `missing`: no page there just now. `gone`: taken down.
 */
export type SourceSeen =
  | { readonly source: "same" | "missing" | "gone" }
  | { readonly source: "changed"; readonly at: Instant };

type Seen = { readonly story: string; readonly version: string; readonly seen: SourceSeen };
type Room = Pick<DeskRules, "clock" | "ids">;

/**
 * Writes down what a look at the source found: only a source that still says the same moves "Last checked". A story
 * whose source was taken down, or is missing at three looks over a day or longer, is held until a person decides.
 * A story that changed or went off while we looked is left alone.
 */
export async function noteSource(tables: Tables, { story: id, version, seen }: Seen, room: Room) {
  const story = await tables.stories.find(id);
  if (story?.state.status !== "live" || story.taken === null || story.taken.version !== version) return;
  switch (seen.source) {
    case "same":
      return checked(tables, story, room.clock.now());
    case "changed":
      return told(tables, { story, says: { changed: seen.at }, what: "story.source-changed" }, room);
    case "gone":
      return withhold(tables, story, room);
    case "missing":
      return missed(tables, story, room);
  }
}

// No event: a look that finds nothing new is no news, and there are many.
async function checked(tables: Tables, story: Story, now: Instant): Promise<void> {
  if (story.taken === null) return;
  await tables.stories.set({ ...story, taken: { ...story.taken, checkedAt: now } });
  tables.touched(`story:${story.id}`);
}

type Telling = { story: Story; what: string; says: Readonly<Record<string, unknown>> };

/** The desk is told of one thing once. */
async function told(tables: Tables, { story, what, says }: Telling, { clock, ids }: Room): Promise<void> {
  const before = (await tables.events.listOf(story.id)).findLast((event) => event.what === what);
  if (before !== undefined && JSON.stringify(before.says) === JSON.stringify(says)) return;
  await tables.events.add({ id: ids.next(), at: clock.now(), what, story: story.id, by: "wire", says });
}

const missing = "story.source-missing";

async function missed(tables: Tables, story: Story, room: Room): Promise<void> {
  const since = story.taken?.checkedAt ?? 0;
  const looks = (await tables.events.listOf(story.id)).filter(
    ({ what, at }) => what === missing && at > since,
  );
  const [first] = looks;
  const now = room.clock.now();
  if (first !== undefined && looks.length >= 2 && now - first.at >= days(1))
    return withhold(tables, story, room);
  await told(tables, { story, what: missing, says: { look: looks.length + 1 } }, room);
}

async function withhold(tables: Tables, before: Story, room: Room): Promise<void> {
  const reason = "its source was taken down";
  const events = await tables.events.listOf(before.id);
  // Held for this once and live again: a person has decided.
  if (
    before.held !== null ||
    events.some(({ what, says }) => what === "story.withheld" && says["reason"] === reason)
  )
    return;
  const change = { before, after: { ...before, held: reason }, what: "story.withheld", by: "wire" };
  await writeChanges(tables, [{ ...change, says: { reason } }], room);
}
