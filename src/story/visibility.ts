import type { Instant } from "../base/clock.ts";
import { holds } from "./embargo.ts";
import type { Story } from "./story.ts";

/** The one rule that decides for every surface whether a story may be shown. The store's lists use the same rule in SQL. */
export function isVisible(
  story: Pick<Story, "state" | "embargo" | "held" | "staysUntil">,
  now: Instant,
): boolean {
  return (
    story.state.status === "live" &&
    story.held === null &&
    !holds(story.embargo, now) &&
    (story.staysUntil === null || now < story.staysUntil)
  );
}
