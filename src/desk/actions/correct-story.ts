import type { Story, StoryCopy } from "../../story/story.ts";
import type { Desk } from "../desk.ts";
import { getReason, getStory } from "../get-story.ts";
import { refuse } from "../refusals.ts";
import { writeChanges } from "../story-changes.ts";

type Correct = {
  readonly story: string;
  readonly by: string;
  /** The admission as readers see it. */
  readonly says: string;
  /** Puts it before the text instead of after. */
  readonly changesSense?: boolean;
  /** The corrected words; absent where an earlier edit mended them already. */
  readonly copy?: StoryCopy;
};

/** Adds a dated correction to a live story, with its corrected words. The same correction twice in a row is one. */
export async function correctStory(correct: Correct, desk: Desk): Promise<Story> {
  return desk.store.together(async (tables) => {
    const before = await getStory(correct.story, tables);
    const { state } = before;
    if (state.status !== "live")
      throw refuse("story-not-live", { detail: { status: state.status, act: "corrected" } });
    const says = getReason(correct.says, "corrected");
    if (before.corrections.at(-1)?.says === says) return before;
    const now = desk.clock.now();
    const correction = { at: now, says, changesSense: correct.changesSense ?? false };
    const after: Story = {
      ...withCopy(before, correct.copy),
      corrections: [...before.corrections, correction],
      state: { ...state, updatedAt: now },
    };
    await writeChanges(
      tables,
      [{ before, after, what: "story.corrected", by: correct.by, says: { says } }],
      desk,
    );
    return after;
  });
}

/** A section is part of the address and stays; all else is taken from the corrected copy. */
function withCopy(story: Story, copy: StoryCopy | undefined): Story {
  if (copy === undefined) return story;
  const corrected = { ...copy, section: story.copy.section };
  return JSON.stringify(corrected) === JSON.stringify(story.copy)
    ? story
    : { ...story, copy: corrected, edited: true, revision: story.revision + 1 };
}
