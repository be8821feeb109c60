import type { StoryCard } from "../../story/story.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { storyAddress } from "../../story/story-address.ts";
import { daysOf } from "../when.ts";
import { gist, kick, stamp, toneOf, type ListRoom } from "./card.ts";
import { cardLink } from "./card-link.ts";
import { pictureFigure } from "./picture.ts";

/** The story a page opens with, large, with what belongs to it in a list of headlines. */
export function splash(
  card: StoryCard,
  beside: readonly StoryCard[],
  room: ListRoom & { ruled: boolean },
): Piece {
  const figure =
    card.mainPicture &&
    pictureFigure(card.mainPicture, { kind: "shown", first: true, sizes: "(min-width: 64em) 50rem, 100vw" });
  const list = beside.length > 0 && markup`<ul class="with">${beside.map((each) => item(each, room))}</ul>`;
  return markup`<article class="splash ${toneOf(card, room)}">${room.ruled && kick(card, room, true)}${cardLink(card, room, "h2")}
<div class="under">${figure}<div>${gist(card)}${stamp(card, room, "writers")}</div>${list}</div></article>\n`;
}

const item = (card: StoryCard, room: ListRoom) =>
  markup`<li class="${toneOf(card, room)}"><a href="${storyAddress(card, daysOf(room.paper))}" dir="auto">${plainLine(card.headline)}</a></li>`;
