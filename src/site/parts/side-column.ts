import type { StoryCard } from "../../story/story.ts";
import type { Correction } from "../../story/correction.ts";
import { storyAddress } from "../../story/story-address.ts";
import { sectionOf } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { daysOf, shortTime } from "../when.ts";
import { cardLink } from "./card-link.ts";
import type { ListRoom } from "./card.ts";

/** The newest headlines of all sections, by the clock. */
export function latest(cards: readonly StoryCard[], room: ListRoom): Piece | null {
  if (cards.length === 0) return null;
  const items = cards.map(
    (card) =>
      markup`<li><p class="stamp">${shortTime(card.publishedAt, room.beside, room.paper)}</p>${cardLink(card, room, "h3")}</li>\n`,
  );
  return markup`<section class="latest" aria-labelledby="latest"><h2 id="latest">Most recent</h2><ol class="rows">\n${items}</ol></section>\n`;
}

/** A correction with where it was made. */
export type Fix = Correction & {
  readonly headline: string;
  readonly section: string;
  readonly slug: string;
  readonly publishedAt: number;
};

/** What was put right last, with the way to each story and to all corrections. */
export function fixes(all: readonly Fix[], room: ListRoom): Piece | null {
  if (all.length === 0) return null;
  const items = all.map(
    (fix) =>
      markup`<li><p>${fix.says}</p><p class="stamp">${sectionOf(room.chrome, fix.section).name} · ${shortTime(fix.at, room.beside, room.paper)} · <a href="${storyAddress(fix, daysOf(room.paper))}">${plainLine(fix.headline)}</a></p></li>\n`,
  );
  return markup`<section class="fixes" aria-labelledby="fixes"><h2 id="fixes">Corrections</h2><ul class="rows">\n${items}</ul><p class="stamp"><a href="/corrections">All corrections</a></p></section>\n`;
}
