import type { Filed } from "../story/filed.ts";
import type { Story } from "../story/story.ts";
import { type FollowRoom, noteChange } from "./follow-room.ts";
import { goLive } from "./go-live.ts";
import { judgeStory } from "./judge-story.ts";

/** A story measured against the version it is made of and what was agreed with its partner. */
export const judgeFiled = (room: FollowRoom, { item }: Filed, story: Story) =>
  judgeStory(
    { story, partner: room.facts.partner, source: item, now: room.desk.clock.now() },
    room.desk.checks,
  );

type Judged = { readonly story: Story; readonly judged?: ReturnType<typeof judgeFiled> };

/** Puts a draft on the page where its source publishes and nothing speaks against it; else says what does. */
export async function publishIfAsked(
  room: FollowRoom,
  filed: Filed,
  { story, judged = judgeFiled(room, filed, story) }: Judged,
) {
  const { findings, refusals } = judged;
  if (!room.facts.publishes || story.state.status !== "draft") return { story, findings, refusals: [] };
  if (refusals.length > 0) return { story, findings, refusals };
  const { tables, desk, reserved } = room;
  const after = await goLive(story, { tables, now: desk.clock.now(), zone: desk.zone, reserved });
  noteChange(room, filed, { before: story, after, what: "story.published" });
  return { story: after, findings, refusals };
}
