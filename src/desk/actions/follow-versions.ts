import { z } from "zod";
import type { Filed } from "../../story/filed.ts";
import type { Story } from "../../story/story.ts";
import type { Tables } from "../../store/tables.ts";
import { killed } from "../apply-version.ts";
import { bringUp, comesAfterKill } from "../bring-up-story.ts";
import type { DeskRules } from "../desk.ts";
import {
  did,
  type Followed,
  type FollowFacts,
  type FollowRoom,
  noteChange,
  storiesOf,
  takeFacts,
} from "../follow-room.ts";
import { publishIfAsked } from "../publish-if-asked.ts";
import { sectionChooser } from "../section-chooser.ts";
import { writeChanges } from "../story-changes.ts";
import { storyFrom } from "../story-from-item.ts";

export type { Followed };

/**
 * What the desk does when versions were filed, inside the wire's own transaction (WIRE.md 4.2): a new item becomes a
 * draft; a newer version updates a story nobody edited and waits beside one that somebody did; a kill or a withhold
 * reaches every story taken from the item at once; an embargo or a doubt holds it on every surface. Answers one for
 * one, in order. Copy that is here already changes nothing.
 */
export async function followVersions(
  tables: Tables,
  filed: readonly Filed[],
  facts: FollowFacts,
  desk: DeskRules,
): Promise<readonly Followed[]> {
  const room: FollowRoom = {
    tables,
    facts,
    desk,
    chooseSection: sectionChooser(await tables.sections.list()),
    language: await languageOf(tables),
    accounts: new Map(),
    stories: new Map(),
    reserved: new Set(),
    changes: [],
  };
  const followed: Followed[] = [];
  for (const each of filed) followed.push(await follow(room, each));
  await writeChanges(tables, room.changes, desk);
  return followed;
}

const paper = z.object({ language: z.string() });

async function languageOf({ settings }: Tables): Promise<string> {
  const read = paper.safeParse(await settings.find("paper"));
  return read.success ? read.data.language : "en";
}

async function follow(room: FollowRoom, filed: Filed): Promise<Followed> {
  const stories = await storiesOf(room, filed);
  const [first] = stories;
  if (filed.became === "older") return first ? passOver(room, filed, stories) : did("nothing", null);
  if (filed.became === "same") return first ? publishWaiting(room, filed, first) : did("nothing", null);
  if (filed.item.status === "killed") return killAll(room, filed, stories);
  if (first === undefined) return take(room, filed);
  const outcomes = [];
  for (const story of stories) outcomes.push(await bringUp(room, filed, story));
  return outcomes.find((each) => each.did !== "nothing") ?? did("nothing", first.id);
}

// Kept and not applied. A flagged one is for a person: of a killed story it stands beside the tombstone.
function passOver(room: FollowRoom, filed: Filed, stories: readonly Story[]): Followed {
  const tombstones = stories.filter(({ state }) => filed.flagged && state.status === "killed");
  const told = tombstones.map((story) => comesAfterKill(room, filed, story));
  return told[0] ?? did("nothing", stories[0]?.id ?? null);
}

async function publishWaiting(room: FollowRoom, filed: Filed, story: Story): Promise<Followed> {
  if (!room.facts.publishes || story.state.status !== "draft" || story.edited)
    return did("nothing", story.id);
  const { findings, refusals } = await publishIfAsked(room, filed, { story });
  return { story: story.id, did: "nothing", findings, refusals };
}

function killAll(room: FollowRoom, filed: Filed, stories: readonly Story[]): Followed {
  const reason = filed.item.statusReason || `Killed by ${room.facts.partner.name}`;
  const standing = stories.filter(({ state }) => state.status !== "killed");
  for (const before of standing) {
    const after = killed(before, reason, room.desk.clock.now());
    noteChange(room, filed, { before, after, what: "story.killed", says: { reason } });
  }
  return did(standing.length > 0 ? "killed" : "nothing", stories[0]?.id ?? null);
}

async function take(room: FollowRoom, filed: Filed): Promise<Followed> {
  const facts = await takeFacts(room, filed, room.desk.ids.next());
  const draft = storyFrom(filed.item, facts);
  noteChange(room, filed, { before: null, after: draft, what: "story.taken" });
  const { story, findings, refusals } = await publishIfAsked(room, filed, { story: draft });
  return { story: story.id, did: "taken", findings, refusals };
}
