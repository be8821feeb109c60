import { z } from "zod";
import { holds } from "../../story/embargo.ts";
import type { Filed } from "../../story/filed.ts";
import type { PublishRefusal } from "../../story/publishing-refusals.ts";
import type { Story } from "../../story/story.ts";
import type { Tables } from "../../store/tables.ts";
import type { Partner } from "../../store/tables/partners.ts";
import { applyVersion, holdingWith, killed } from "../apply-version.ts";
import type { Finding } from "../check.ts";
import { type ChooseSection, sectionChooser } from "../section-chooser.ts";
import type { DeskRules } from "../desk.ts";
import { goLive, type Reserved } from "../go-live.ts";
import { houseAccount, houseName } from "../house-account.ts";
import { judgeStory } from "../judge-story.ts";
import { refuse } from "../refusals.ts";
import { type StoryChange, writeChanges } from "../story-changes.ts";
import { holdOf, storyFrom, type TakeFacts } from "../story-from-item.ts";

/** What became of the stories of one filed version. `story` is null where none was ever taken from the item. */
export type Followed = {
  readonly story: string | null;
  readonly did: "taken" | "updated" | "waits" | "killed" | "withheld" | "held" | "nothing";
  readonly findings: readonly Finding[];
  /** Why the story is not live although it was to be published. */
  readonly refusals: readonly PublishRefusal[];
};

type Facts = { readonly partner: Partner; readonly section: string | null; readonly publishes: boolean };

/**
 * What the desk does when versions were filed, inside the wire's own transaction (WIRE.md 4.2): a new item becomes a
 * draft; a newer version updates a story nobody edited and waits beside one that somebody did; a kill or a withhold
 * reaches every story taken from the item at once; an embargo or a doubt holds it on every surface. Answers one for
 * one, in order. Copy that is here already changes nothing.
 */
export async function followVersions(
  tables: Tables,
  filed: readonly Filed[],
  facts: Facts,
  desk: DeskRules,
): Promise<readonly Followed[]> {
  const room: Room = {
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

/** What is known while a batch is followed: stories as they will be, and the changes to write at its end. */
type Room = {
  readonly tables: Tables;
  readonly facts: Facts;
  readonly desk: DeskRules;
  readonly chooseSection: ChooseSection;
  readonly language: string;
  readonly accounts: Map<string, string>;
  readonly stories: Map<string, Story[]>;
  readonly reserved: Reserved;
  readonly changes: StoryChange[];
};

const by = "wire";
const quiet = { findings: [], refusals: [] } as const;

async function follow(room: Room, filed: Filed): Promise<Followed> {
  const stories = await storiesOf(room, filed);
  const [first] = stories;
  if (filed.became === "older") return { story: first?.id ?? null, did: "nothing", ...quiet };
  if (filed.became === "same") return first ? publishWaiting(room, filed, first) : nothing(null);
  if (filed.item.status === "killed") return killAll(room, filed, stories);
  if (first === undefined) return take(room, filed);
  const outcomes = [];
  for (const story of stories) outcomes.push(await bringUp(room, filed, story));
  return outcomes.find(({ did }) => did !== "nothing") ?? nothing(first.id);
}

const nothing = (story: string | null): Followed => ({ story, did: "nothing", ...quiet });

async function storiesOf({ stories, tables }: Room, { wireItem, became }: Filed): Promise<readonly Story[]> {
  const known = stories.get(wireItem);
  if (known) return known;
  const found = became === "new" ? [] : [...(await tables.stories.listTakenFrom(wireItem))];
  stories.set(wireItem, found);
  return found;
}

function change(
  room: Room,
  filed: Filed,
  entry: Omit<StoryChange, "by" | "says"> & { says?: StoryChange["says"] },
) {
  const { wireItem, version } = filed;
  const says = { wireItem, version, ...entry.says };
  room.changes.push({ ...entry, by, says });
  const others = (room.stories.get(wireItem) ?? []).filter(({ id }) => id !== entry.after.id);
  room.stories.set(wireItem, [...others, entry.after]);
}

function killAll(room: Room, filed: Filed, stories: readonly Story[]): Followed {
  const reason = filed.item.statusReason || `Killed by ${room.facts.partner.name}`;
  const standing = stories.filter(({ state }) => state.status !== "killed");
  for (const before of standing)
    change(room, filed, {
      before,
      after: killed(before, reason, room.desk.clock.now()),
      what: "story.killed",
      says: { reason },
    });
  const [first] = stories;
  return first && standing.length > 0
    ? { story: first.id, did: "killed", ...quiet }
    : nothing(first?.id ?? null);
}

async function take(room: Room, filed: Filed): Promise<Followed> {
  const facts = await takeFacts(room, filed, room.desk.ids.next());
  const draft = storyFrom(filed.item, facts);
  change(room, filed, { before: null, after: draft, what: "story.taken" });
  const { story, findings, refusals } = await publishIfAsked(room, filed, draft);
  return { story: story.id, did: "taken", findings, refusals };
}

async function takeFacts(room: Room, { item, wireItem, version }: Filed, id: string): Promise<TakeFacts> {
  const section = room.chooseSection(item, room.facts.section);
  if (section === undefined) throw refuse("no-sections");
  return {
    id,
    wireItem,
    version,
    partner: room.facts.partner,
    section: section.slug,
    handledBy: await accountFor(room, item.handler ?? houseName),
    language: room.language,
    now: room.desk.clock.now(),
  };
}

async function accountFor({ accounts, tables, desk }: Room, name: string): Promise<string> {
  const known = accounts.get(name);
  if (known !== undefined) return known;
  const id = await houseAccount(name, tables, desk.ids);
  accounts.set(name, id);
  return id;
}

/** Brings one standing story up to a newer version, as far as that is ours to do without a person. */
async function bringUp(room: Room, filed: Filed, story: Story): Promise<Followed> {
  if (story.state.status === "killed") return nothing(story.id);
  if (filed.item.status === "withdrawn") return withhold(room, filed, story);
  const facts = await takeFacts(room, filed, story.id);
  const updated = applyVersion(story, filed.item, facts);
  const judged = judge(room, filed, updated);
  if (story.edited || story.state.status === "spiked" || (isLive(story) && forbids(judged.refusals)))
    return wait(room, filed, story);
  const heldNow = !isHeld(story, facts.now) && isHeld(updated, facts.now);
  const lifted = isHeld(story, facts.now) && !isHeld(updated, facts.now);
  change(room, filed, {
    before: story,
    after: updated,
    what: heldNow ? "story.held" : lifted ? "story.hold-lifted" : "story.updated",
    says: { change: filed.item.change, ...(updated.held === null ? {} : { reason: updated.held }) },
  });
  const { findings, refusals } = await publishIfAsked(room, filed, updated, judged);
  return { story: story.id, did: heldNow ? "held" : "updated", findings, refusals };
}

function withhold(room: Room, filed: Filed, story: Story): Followed {
  const reason = holdOf(filed.item);
  if (story.held === reason) return nothing(story.id);
  change(room, filed, {
    before: story,
    after: { ...story, held: reason },
    what: "story.withheld",
    says: { reason },
  });
  return { story: story.id, did: "withheld", ...quiet };
}

function wait(room: Room, filed: Filed, story: Story): Followed {
  const now = room.desk.clock.now();
  const after = { ...holdingWith(story, filed.item, room.facts), waitingVersion: filed.version };
  change(room, filed, {
    before: story,
    after,
    what: "story.version-waits",
    says: { change: filed.item.change },
  });
  const heldNow = !isHeld(story, now) && isHeld(after, now);
  return { story: story.id, did: heldNow ? "held" : "waits", ...quiet };
}

const isLive = ({ state }: Story) => state.status === "live";
const isHeld = ({ held, embargo }: Story, now: number) => held !== null || holds(embargo, now);

// A hold or an embargo hides a live story by itself; anything else against its new words keeps the old ones there.
const hides = new Set(["story-held", "embargo-unclear", "under-embargo", "right-ended"]);
const forbids = (refusals: readonly PublishRefusal[]) => refusals.some(({ code }) => !hides.has(code));

const judge = (room: Room, { item }: Filed, story: Story) =>
  judgeStory(
    { story, partner: room.facts.partner, source: item, now: room.desk.clock.now() },
    room.desk.checks,
  );

async function publishWaiting(room: Room, filed: Filed, story: Story): Promise<Followed> {
  if (!room.facts.publishes || !isDraft(story) || story.edited) return nothing(story.id);
  const { findings, refusals } = await publishIfAsked(room, filed, story);
  return { story: story.id, did: "nothing", findings, refusals };
}

const isDraft = ({ state }: Story) => state.status === "draft";

async function publishIfAsked(room: Room, filed: Filed, story: Story, judged = judge(room, filed, story)) {
  const { findings, refusals } = judged;
  if (!room.facts.publishes || !isDraft(story)) return { story, findings, refusals: [] };
  if (refusals.length > 0) return { story, findings, refusals };
  const { tables, desk, reserved } = room;
  const after = await goLive(story, { tables, now: desk.clock.now(), zone: desk.zone, reserved });
  change(room, filed, { before: story, after, what: "story.published" });
  return { story: after, findings, refusals };
}

const paper = z.object({ language: z.string() });

async function languageOf({ settings }: Tables): Promise<string> {
  const read = paper.safeParse(await settings.find("paper"));
  return read.success ? read.data.language : "en";
}
