import type { Instant } from "../base/clock.ts";
import type { Story } from "../story/story.ts";
import { isVisible } from "../story/visibility.ts";

/**
 * How a story stands before the public. shown = all of it · killed = a notice with reason and minute · ended = our
 * right to carry it is over, a notice with the way to its source (FEATURES.md 3.6) · hidden = as if it did not exist.
 */
export type Standing = "shown" | "killed" | "ended" | "hidden";

/** Nothing is told of a story that was never public: a kill, or the end of a right, before publication stays hidden. */
export function standing(story: Story, now: Instant): Standing {
  if (story.state.status === "killed") return story.state.publishedAt === null ? "hidden" : "killed";
  if (isVisible(story, now)) return "shown";
  return isVisible({ ...story, staysUntil: null }, now) ? "ended" : "hidden";
}
