import type { Room } from "../chrome.ts";
import { directionOf, languageTag } from "../language.ts";
import { markup, type Piece } from "../markup.ts";
import type { StoryView } from "../story-view.ts";

/**
 * Attributes that name language and direction where a story is in another language than the paper: of the story's
 * words, and of what the paper says in between in its own. Nothing where both are one.
 */
export function tonguesOf(
  { story }: Pick<StoryView, "story">,
  { paper }: Pick<Room, "paper">,
): { readonly story: Piece | null; readonly paper: Piece | null } {
  const tag = languageTag(story.copy.language, paper.language);
  const direction = directionOf(tag);
  if (tag === paper.language && direction === paper.direction) return { story: null, paper: null };
  return {
    story: markup` lang="${tag}" dir="${direction}"`,
    paper: markup` lang="${paper.language}" dir="${paper.direction}"`,
  };
}
