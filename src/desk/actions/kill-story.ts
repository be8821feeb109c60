import type { Story } from "../../story/story.ts";
import { killed } from "../apply-version.ts";
import type { Desk } from "../desk.ts";
import { getReason, getStory } from "../get-story.ts";
import { refuse } from "../refusals.ts";
import { writeChanges } from "../story-changes.ts";

type Kill = { readonly story: string; readonly by: string; readonly reason: string };

/** Withdraws a live story for ever: its address answers 410 with the reason and the minute. Killing twice changes nothing. */
export async function killStory({ story, by, reason }: Kill, desk: Desk): Promise<Story> {
  return desk.store.together(async (tables) => {
    const before = await getStory(story, tables);
    const { status } = before.state;
    if (status === "killed") return before;
    if (status !== "live") throw refuse("story-not-live", { detail: { status, act: "killed" } });
    const words = getReason(reason, "killed");
    const after = killed(before, words, desk.clock.now());
    await writeChanges(tables, [{ before, after, what: "story.killed", by, says: { reason: words } }], desk);
    return after;
  });
}
