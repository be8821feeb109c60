import { holds } from "../story/embargo.ts";
import type { Filed } from "../story/filed.ts";
import type { PublishRefusal } from "../story/publishing-refusals.ts";
import type { Story } from "../story/story.ts";
import { applyVersion, holdingWith } from "./apply-version.ts";
import { did, type Followed, type FollowRoom, noteChange, takeFacts } from "./follow-room.ts";
import { judgeFiled, publishIfAsked } from "./publish-if-asked.ts";
import { holdOf } from "./story-from-item.ts";

/** Brings one standing story up to a newer version, as far as that is ours to do without a person. */
export async function bringUp(room: FollowRoom, filed: Filed, story: Story): Promise<Followed> {
  if (story.state.status === "killed") return comesAfterKill(room, filed, story);
  if (filed.item.status === "withdrawn") return withhold(room, filed, story);
  const facts = await takeFacts(room, filed, story.id);
  const updated = applyVersion(story, filed.item, facts);
  const judged = judgeFiled(room, filed, updated);
  if (story.edited || story.state.status === "spiked" || (isLive(story) && forbids(newReasons())))
    return wait(room, filed, story);
  const heldNow = !isHeld(story, facts.now) && isHeld(updated, facts.now);
  const lifted = isHeld(story, facts.now) && !isHeld(updated, facts.now);
  noteChange(room, filed, {
    before: story,
    after: updated,
    what: heldNow ? "story.held" : lifted ? "story.hold-lifted" : "story.updated",
    says: { change: filed.item.change, ...(updated.held === null ? {} : { reason: updated.held }) },
  });
  const { findings, refusals } = await publishIfAsked(room, filed, { story: updated, judged });
  return { story: story.id, did: heldNow ? "held" : "updated", findings, refusals };

  // What an editor let pass in the live story (a picture without credit, say) does not keep the partner's newer words out.
  function newReasons(): readonly PublishRefusal[] {
    if (!forbids(judged.refusals)) return [];
    const stood = judgeFiled(room, filed, story).refusals.map(({ code, says }) => `${code} ${says}`);
    return judged.refusals.filter(({ code, says }) => !stood.includes(`${code} ${says}`));
  }
}

/** What comes after a kill changes nothing of the tombstone; the desk is told, and a person decides. */
export function comesAfterKill(room: FollowRoom, filed: Filed, story: Story): Followed {
  const { status, change } = filed.item;
  if (status === "killed") return did("nothing", story.id);
  noteChange(room, filed, {
    before: story,
    after: story,
    what: "story.version-after-kill",
    says: { status, change },
  });
  return did("waits", story.id);
}

function withhold(room: FollowRoom, filed: Filed, story: Story): Followed {
  const reason = holdOf(filed.item);
  if (story.held === reason) return did("nothing", story.id);
  const after = { ...story, held: reason };
  noteChange(room, filed, { before: story, after, what: "story.withheld", says: { reason } });
  return did("withheld", story.id);
}

function wait(room: FollowRoom, filed: Filed, story: Story): Followed {
  const now = room.desk.clock.now();
  const after = { ...holdingWith(story, filed.item, room.facts), waitingVersion: filed.version };
  const { change } = filed.item;
  noteChange(room, filed, { before: story, after, what: "story.version-waits", says: { change } });
  return did(!isHeld(story, now) && isHeld(after, now) ? "held" : "waits", story.id);
}

const isLive = ({ state }: Story) => state.status === "live";
const isHeld = ({ held, embargo }: Story, now: number) => held !== null || holds(embargo, now);

// A hold or an embargo hides a live story by itself; anything else against its new words keeps the old ones there.
const hides = new Set(["story-held", "embargo-unclear", "under-embargo", "right-ended"]);
const forbids = (refusals: readonly PublishRefusal[]) => refusals.some(({ code }) => !hides.has(code));
