import type { StoryCard } from "../../story/story.ts";
import type { StoryList } from "../load-list.ts";
import { markup, type Piece } from "../markup.ts";
import { daysOf, told } from "../when.ts";
import { gist, kick, stamp, toneOf, type ListRoom } from "./card.ts";
import { cardLink } from "./card-link.ts";
import { isDrawable, picture } from "./picture.ts";

/** Stories in the order of time, day by day. `kicks` names the section of each, where the list has several. */
export function log(cards: readonly StoryCard[], room: ListRoom & { readonly kicks: boolean }): Piece {
  const dayOf = daysOf(room.paper);
  const byDay = Map.groupBy(cards, ({ publishedAt }) => dayOf(publishedAt));
  const sections = byDay.entries().map(([day, stories]) => {
    const at = stories[0]?.publishedAt ?? room.beside;
    const rows = stories.map((card) => logRow(card, { ...room, beside: at }));
    return markup`<section aria-labelledby="day-${day}"><h2 id="day-${day}">${dayName(at, room)}</h2><ul class="rows">\n${rows}</ul></section>\n`;
  });
  return markup`${[...sections]}`;
}

function logRow(card: StoryCard, room: ListRoom & { readonly kicks: boolean }): Piece {
  const words = markup`${room.kicks && kick(card, room)}${cardLink(card, room, "h3")}${gist(card)}${stamp(card, room, "source")}`;
  if (!isDrawable(card.mainPicture)) return markup`<li class="${toneOf(card, room)}">${words}</li>\n`;
  return markup`<li class="${toneOf(card, room)} pictured"><div>${words}</div>${picture(card.mainPicture, { sizes: "9rem", alt: "" })}</li>\n`;
}

const dayName = (at: number, { beside, paper }: ListRoom) =>
  told(
    at,
    daysOf(paper)(at).slice(0, 4) === daysOf(paper)(beside).slice(0, 4) ? "dayAndMonth" : "date",
    paper,
  );

/** The way to the stories before these, where there are any. */
export const olderLink = ({ older }: StoryList, path: string): Piece | null =>
  older === null
    ? null
    : markup`<nav class="older" aria-label="Earlier stories"><a href="${path}?after=${older}" rel="next">Earlier stories</a></nav>`;
