import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import type { StoryView } from "../story-view.ts";

/** The way back to the section, in its colour, just before `main` so that the headline is the first thing in it. */
export const sectionLabel = ({ section }: Pick<StoryView, "section">): Piece =>
  markup`<nav class="label" aria-label="Section of this story"><a href="/${section.slug}">${section.name}</a></nav>`;

/** Headline and standfirst. The weight of the headline tells news, comment and feature apart. */
export function storyHead({ story }: Pick<StoryView, "story">): Piece {
  const { headline, standfirst, kind } = story.copy;
  return markup`<header class="top"><h1 class="${kind}" dir="auto">${plainLine(headline)}</h1>${
    standfirst.trim() !== "" &&
    markup`
<p class="standfirst" dir="auto">${plainLine(standfirst)}</p>`
  }</header>`;
}
