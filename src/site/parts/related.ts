import type { StoryView } from "../story-view.ts";
import { sectionOf, type Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { cardLink } from "./card-link.ts";
import { shortTime } from "../when.ts";
import { tonguesOf } from "./tongues.ts";

/** After the text: other stories of the same topics or section. Nothing where there are none. */
export function related(
  { related: cards, story }: Pick<StoryView, "related" | "story">,
  room: Room,
): Piece | null {
  const beside = story.state.publishedAt;
  if (cards.length === 0) return null;
  const items = cards.map((card) => {
    const { tone, name } = sectionOf(room.chrome, card.section);
    return markup`<li class="${tone}"><p class="kick">${name}</p>${cardLink(card, room, "h3")}<p class="stamp">${shortTime(card.publishedAt, beside, room.paper)}</p></li>\n`;
  });
  return markup`<section class="related"${tonguesOf({ story }, room).paper} aria-labelledby="related"><h2 id="related">Related stories</h2><ul class="rows">\n${items}</ul></section>\n`;
}
