import type { Desk } from "../arrange-front.ts";
import { markup, type Piece } from "../markup.ts";
import { chief, gist, row, stamp, type ListRoom } from "./card.ts";
import { cardLink } from "./card-link.ts";
import { picture } from "./picture.ts";

/** A section on the front: its name in its colour, one chief story, a ruled list. */
export const desk = ({ section, chief: first, list }: Desk, room: ListRoom): Piece =>
  markup`<section class="desk ${section.tone}" aria-labelledby="${section.slug}"><header><h2 id="${section.slug}"><a href="/${section.slug}">${section.name}</a></h2>${section.says.trim() !== "" && markup`<p class="meta">${section.says}</p>`}</header>
<ul class="rows">${chief(first, room)}${list.map((card) => row(card, room))}</ul></section>\n`;

/** A light section in the side column: the picture first, then its stories. */
export const shelf = ({ section, chief: first, list }: Desk, room: ListRoom): Piece =>
  markup`<section class="shelf ${section.tone}" aria-labelledby="${section.slug}"><h2 id="${section.slug}"><a href="/${section.slug}">${section.name}</a></h2>${picture(first.mainPicture, { sizes: "(min-width: 64em) 18.75rem, (min-width: 40em) 50vw, 100vw" })}<ul class="rows"><li>${cardLink(first, room, "h3")}${gist(first)}${stamp(first, room, "writers")}</li>
${list.map((card) => row(card, room))}</ul></section>\n`;
