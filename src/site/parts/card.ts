import type { StoryCard } from "../../story/story.ts";
import { sectionOf, type Room } from "../chrome.ts";
import { joined, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { shortTime } from "../when.ts";
import { cardLink } from "./card-link.ts";
import { isolated, namesOf } from "./names.ts";
import { picture } from "./picture.ts";

/** The room of a list: `beside` = the newest instant of it, against which times are told short. */
export type ListRoom = Room & { readonly beside: number };

/** The section of a story, in its colour, above its headline. */
export const kick = ({ section }: StoryCard, { chrome }: Room, ruled = false): Piece =>
  markup`<p class="${ruled ? "kick rule" : "kick"}">${sectionOf(chrome, section).name}</p>`;

export const gist = ({ standfirst }: StoryCard): Piece | null =>
  standfirst.trim() === "" ? null : markup`<p class="gist" dir="auto">${plainLine(standfirst)}</p>`;

/** Whose it is and when: "Ines Caldera, Northern Wire · 11:32", or the source and time only. */
export function stamp(card: StoryCard, room: ListRoom, who: "writers" | "source" | "none"): Piece {
  const source = card.taken ? [isolated(card.taken.sourceName)] : [];
  const writers = who === "writers" && card.byline.length > 0 ? [namesOf(card.byline)] : [];
  const names = who === "none" ? [] : [joined([...writers, ...source], ", ")];
  const named = names.filter((each) => each.toString() !== "");
  return markup`<p class="stamp">${joined([...named, shortTime(card.publishedAt, room.beside, room.paper)], " · ")}</p>`;
}

/** A story as one item of a ruled list: headline and time. */
export const row = (card: StoryCard, room: ListRoom): Piece =>
  markup`<li>${cardLink(card, room, "h3")}${stamp(card, room, "source")}</li>\n`;

/** The chief story of a desk: headline, gist, picture. */
export const chief = (card: StoryCard, room: ListRoom): Piece =>
  markup`<li class="chief">${cardLink(card, room, "h3")}${gist(card)}${picture(card.mainPicture, { sizes: "(min-width: 64em) 26rem, (min-width: 40em) 50vw, 100vw" }) ?? stamp(card, room, "source")}</li>\n`;

/** The tone of a card's section, as a class. */
export const toneOf = ({ section }: StoryCard, { chrome }: Room): string => sectionOf(chrome, section).tone;
