import type { StoryCard } from "../../story/story.ts";
import { sectionOf, type Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { cardLink } from "./card-link.ts";
import { shortTime } from "../when.ts";

/** After the text: other stories of the same topics or section. Nothing where there are none. */
export function related(cards: readonly StoryCard[], beside: number, room: Room): Piece | null {
  if (cards.length === 0) return null;
  const items = cards.map((card) => {
    const { tone, name } = sectionOf(room.chrome, card.section);
    return markup`<li class="${tone}"><p class="kick">${name}</p>${cardLink(card, room, "h3")}<p class="stamp">${shortTime(card.publishedAt, beside, room.paper)}</p></li>\n`;
  });
  return markup`<section class="related" aria-labelledby="related"><h2 id="related">Related stories</h2><ul class="rows">\n${items}</ul></section>\n`;
}
