import type { Story } from "../../story/story.ts";
import type { Desk } from "../desk.ts";
import { getReason, getStory } from "../get-story.ts";
import { refuse } from "../refusals.ts";
import { writeChanges } from "../story-changes.ts";

type Spike = { readonly story: string; readonly by: string; readonly reason: string };

/** Puts an unpublished story aside with a reason. Spiking twice changes nothing. */
export async function spikeStory({ story, by, reason }: Spike, desk: Desk): Promise<Story> {
  return desk.store.together(async (tables) => {
    const before = await getStory(story, tables);
    const { status } = before.state;
    if (status === "spiked") return before;
    if (status === "live" || status === "killed") throw refuse("story-not-draft", { detail: { status } });
    const words = getReason(reason, "spiked");
    const after: Story = { ...before, state: { status: "spiked", reason: words } };
    await writeChanges(tables, [{ before, after, what: "story.spiked", by, says: { reason: words } }], desk);
    return after;
  });
}
