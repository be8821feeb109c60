import type { StoryCard } from "../../story/story.ts";
import { sectionOf } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { avatar } from "./avatar.ts";
import { stamp, type ListRoom } from "./card.ts";
import { cardLink } from "./card-link.ts";
import { namesOf } from "./names.ts";

/** Comment with the face and role of who wrote it. */
export type Voice = { readonly card: StoryCard; readonly face: string | null; readonly role: string };

/** The strip of opinion: the writer first, then what they say. */
export function voices(all: readonly Voice[], room: ListRoom): Piece | null {
  const first = all[0];
  if (first === undefined) return null;
  const section = sectionOf(room.chrome, first.card.section);
  // Comment may stand in any section; only one that is all opinion gives the strip its name.
  const heading =
    section.tone === "opinion" ? markup`<a href="/${section.slug}">${section.name}</a>` : "Opinion";
  const items = all.map(
    ({ card, face, role }) =>
      markup`<li>${avatar(face)}<div><p class="kick">${namesOf(card.byline)}</p>${cardLink(card, room, "h3")}${role === "" ? stamp(card, room, "none") : markup`<p class="stamp">${role}</p>`}</div></li>\n`,
  );
  return markup`<section class="voices opinion" aria-labelledby="voices"><h2 id="voices">${heading}</h2><ul>\n${items}</ul></section>\n`;
}
