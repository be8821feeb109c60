import type { Instant } from "../base/clock.ts";
import { mapPictures, picturesOf } from "../story/body-parts.ts";
import type { PictureUse } from "../story/picture.ts";
import type { Story, StoryCopy } from "../story/story.ts";
import type { WireItem } from "../story/wire-item.ts";
import { copyFrom, holdOf, stayOf, takenFrom, type TakeFacts } from "./story-from-item.ts";

/**
 * A story nobody edited, brought to a newer version: its words are the partner's new ones, its section (and with it
 * its address) and the files of its pictures stay ours. The revision counts up only where words or pictures differ.
 */
export function applyVersion(story: Story, item: WireItem, facts: TakeFacts): Story {
  const fresh = copyFrom(item, { ...facts, section: story.copy.section });
  const copy = { ...keepFiles(fresh, story.copy), kind: story.copy.kind };
  const changed = JSON.stringify(copy) !== JSON.stringify(story.copy);
  return {
    ...holdingWith(story, item, facts),
    copy: changed ? copy : story.copy,
    taken: { ...takenFrom(item, facts), firstPublishedAt: story.taken?.firstPublishedAt ?? item.publishedAt },
    held: holdOf(item),
    waitingVersion: null,
    revision: changed ? story.revision + 1 : story.revision,
    state: changed && story.state.status === "live" ? { ...story.state, updatedAt: facts.now } : story.state,
  };
}

/** What of a version applies even to a story that somebody edited: its embargo, a new hold, the end of its rights. */
export const holdingWith = (story: Story, item: WireItem, facts: Pick<TakeFacts, "partner">): Story => ({
  ...story,
  embargo: item.embargo,
  // What was withheld stays so until a person has looked at the new version beside our edited one.
  held: holdOf(item) ?? story.held,
  staysUntil: stayOf(item, { ...facts, now: story.createdAt }),
});

/** The tombstone of a story: what was public says when and why it went. */
export const killed = (story: Story, reason: string, now: Instant): Story => ({
  ...story,
  state: {
    status: "killed",
    killedAt: now,
    reason,
    publishedAt: story.state.status === "live" ? story.state.publishedAt : null,
  },
});

/**
 * Gives pictures that come again the files we already keep of them: those with an address by it, the main picture of
 * copy without addresses, whose file the desk gave, as long as caption and credit say that it is the same one.
 */
function keepFiles(fresh: StoryCopy, old: StoryCopy): StoryCopy {
  const known = new Map<string, PictureUse>();
  for (const use of [...(old.mainPicture ? [old.mainPicture] : []), ...picturesOf(old.body)])
    if (use.picture !== null && use.address !== null) known.set(use.address, use);
  const main = old.mainPicture;
  const given = main !== null && main.picture !== null && main.address === null ? main : null;
  if (known.size === 0 && given === null) return fresh;
  const keep = (use: PictureUse): PictureUse => {
    const file = known.get(use.address ?? "");
    return file ? { ...use, picture: file.picture, width: file.width, height: file.height } : use;
  };
  return {
    ...fresh,
    mainPicture: givenAgain(fresh.mainPicture, given) ?? (fresh.mainPicture && keep(fresh.mainPicture)),
    body: mapPictures(fresh.body, keep),
  };
}

// A picture that is ours alone stays; one that goes with a placeholder of the copy stays with that placeholder.
function givenAgain(fresh: PictureUse | null, given: PictureUse | null): PictureUse | null {
  if (given === null) return null;
  if (fresh === null) return given.caption === "" ? given : null;
  const isSame = fresh.address === null && fresh.caption === given.caption && fresh.credit === given.credit;
  return isSame ? given : null;
}
