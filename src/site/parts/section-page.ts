import type { Section } from "../../story/section.ts";
import type { StoryCard } from "../../story/story.ts";
import type { Room } from "../chrome.ts";
import type { StoryList } from "../load-list.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { isDrawable } from "./picture.ts";
import { listPage } from "./list-page.ts";
import { linkedTo, topicAddress } from "./names.ts";
import { secondColumn } from "./second-column.ts";
import { splash } from "./splash.ts";

/** The page of a section: on its first page one splash and a column beside it, then everything by days. */
export function sectionPage(
  { section, list }: { readonly section: Section; readonly list: StoryList },
  room: Room,
): string {
  const { lead, beside, rest } = list.isLater
    ? { lead: null, beside: [], rest: list.cards }
    : split(list.cards);
  const newest = list.cards[0]?.publishedAt ?? 0;
  const listRoom = { ...room, beside: newest, ruled: false };
  const chiefs =
    lead &&
    markup`<section class="chiefs" aria-label="Leading stories">${splash(lead, [], listRoom)}${secondColumn(beside, listRoom)}</section>`;
  const top = markup`<header class="head"><h1>${section.name}</h1>${topicLinks(section, list.cards)}</header>\n${chiefs}`;
  return listPage(
    {
      list: { ...list, cards: rest },
      path: `/${section.slug}`,
      name: section.name,
      says: section.says || `${section.name} in ${room.paper.name}.`,
      top,
      follows: section.name,
      head: { section },
      kicks: false,
      none: lead ? "That is all, so far." : "Nothing has been published in this section yet.",
    },
    room,
  );
}

function split(cards: readonly StoryCard[]) {
  const lead = cards.slice(0, 6).find((card) => isDrawable(card.mainPicture)) ?? cards[0] ?? null;
  const others = cards.filter((card) => card !== lead);
  return { lead, beside: others.slice(0, 3), rest: others.slice(3) };
}

/** The topics that come up most in the newest stories. */
function topicLinks({ name }: Section, cards: readonly StoryCard[]): Piece | null {
  const counts = new Map<string, number>();
  for (const topic of cards.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const most = [...counts]
    .filter(([, count]) => count > 1)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 5);
  if (most.length === 0) return null;
  const items = most.map(([topic]) => markup`<li>${linkedTo(topicAddress(topic), plainLine(topic))}</li>`);
  return markup`<nav aria-label="In ${name}"><ul>${items}</ul></nav>`;
}
