import type { StoryCard } from "../../story/story.ts";
import { markup, type Piece } from "../markup.ts";
import { gist, kick, stamp, toneOf, type ListRoom } from "./card.ts";
import { cardLink } from "./card-link.ts";

/** The ruled column beside the splash: the first two with what they say, the others short. */
export function secondColumn(cards: readonly StoryCard[], room: ListRoom & { ruled: boolean }): Piece | null {
  if (cards.length === 0) return null;
  const items = cards.map(
    (card, at) =>
      markup`<li class="${toneOf(card, room)}">${room.ruled && kick(card, room)}${cardLink(card, room, "h3")}${at < 2 && gist(card)}${stamp(card, room, "source")}</li>\n`,
  );
  return markup`<ul class="second rows">\n${items}</ul>`;
}
