import type { Filed } from "../story/filed.ts";
import type { PublishRefusal } from "../story/publishing-refusals.ts";
import type { Story } from "../story/story.ts";
import type { Tables } from "../store/tables.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { Finding } from "./check.ts";
import type { DeskRules } from "./desk.ts";
import type { Reserved } from "./go-live.ts";
import { houseAccount, houseName } from "./house-account.ts";
import { refuse } from "./refusals.ts";
import type { ChooseSection } from "./section-chooser.ts";
import type { StoryChange } from "./story-changes.ts";
import type { TakeFacts } from "./story-from-item.ts";

/** What became of the stories of one filed version. `story` is null where none was ever taken from the item. */
export type Followed = {
  readonly story: string | null;
  readonly did: "taken" | "updated" | "waits" | "killed" | "withheld" | "held" | "nothing";
  readonly findings: readonly Finding[];
  /** Why the story is not live although it was to be published. */
  readonly refusals: readonly PublishRefusal[];
};

export type FollowFacts = {
  readonly partner: Partner;
  readonly section: string | null;
  readonly publishes: boolean;
};

/** What is known while a batch is followed: stories as they will be, and the changes to write at its end. */
export type FollowRoom = {
  readonly tables: Tables;
  readonly facts: FollowFacts;
  readonly desk: DeskRules;
  readonly chooseSection: ChooseSection;
  readonly language: string;
  readonly accounts: Map<string, string>;
  readonly stories: Map<string, Story[]>;
  readonly reserved: Reserved;
  readonly changes: StoryChange[];
};

export const did = (what: Followed["did"], story: string | null): Followed => ({
  story,
  did: what,
  findings: [],
  refusals: [],
});

/** The stories taken from an item, as the batch has left them so far. */
export async function storiesOf(
  { stories, tables }: FollowRoom,
  { wireItem, became }: Filed,
): Promise<readonly Story[]> {
  const known = stories.get(wireItem);
  if (known) return known;
  const found = became === "new" ? [] : [...(await tables.stories.listTakenFrom(wireItem))];
  stories.set(wireItem, found);
  return found;
}

/** Notes a change of a story by the wire, to be written with the batch. */
export function noteChange(
  room: FollowRoom,
  { wireItem, version }: Filed,
  entry: Omit<StoryChange, "by" | "says"> & { says?: StoryChange["says"] },
): void {
  room.changes.push({ ...entry, by: "wire", says: { wireItem, version, ...entry.says } });
  const others = (room.stories.get(wireItem) ?? []).filter(({ id }) => id !== entry.after.id);
  room.stories.set(wireItem, [...others, entry.after]);
}

/** What a story is made with, or brought up with, besides the version. Refuses where the paper has no section. */
export async function takeFacts(
  room: FollowRoom,
  { item, wireItem, version }: Filed,
  id: string,
): Promise<TakeFacts> {
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

async function accountFor({ accounts, tables, desk }: FollowRoom, name: string): Promise<string> {
  const known = accounts.get(name);
  if (known !== undefined) return known;
  const id = await houseAccount(name, tables, desk.ids);
  accounts.set(name, id);
  return id;
}
