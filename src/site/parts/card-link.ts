import type { StoryCard } from "../../story/story.ts";
import { storyAddress } from "../../story/story-address.ts";
import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { daysOf } from "../when.ts";

/** The headline of a story in a list, leading to it, as a heading of that level. */
export function cardLink(card: StoryCard, { paper }: Pick<Room, "paper">, level: "h2" | "h3"): Piece {
  const weight = card.kind === "comment" && markup` class="comment"`;
  const link = markup`<a href="${storyAddress(card, daysOf(paper))}">${plainLine(card.headline)}</a>`;
  return level === "h2"
    ? markup`<h2${weight} dir="auto">${link}</h2>`
    : markup`<h3${weight} dir="auto">${link}</h3>`;
}
