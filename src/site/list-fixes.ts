import type { Instant } from "../base/clock.ts";
import type { Story } from "../story/story.ts";
import type { Fix } from "./parts/side-column.ts";

/** The corrections of these stories, each with where it was made, the newest first; none before `since`. */
export function listFixes(stories: readonly Story[], since: Instant): Fix[] {
  const all = stories.flatMap(({ copy, slug, state, corrections }) =>
    state.status === "live"
      ? corrections.map((each) => ({
          ...each,
          headline: copy.headline,
          section: copy.section,
          slug,
          publishedAt: state.publishedAt,
        }))
      : [],
  );
  return all.filter(({ at }) => at >= since).toSorted((one, other) => other.at - one.at);
}
