import type { SearchHit } from "../../store/tables/search.ts";
import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { kick, stamp, toneOf } from "./card.ts";
import { cardLink } from "./card-link.ts";
import { page } from "./document.ts";

/** The question, and the stories that answer it, the best first. */
export function searchPage(
  { text, hits }: { readonly text: string; readonly hits: readonly SearchHit[] },
  room: Room,
): string {
  const { paper } = room;
  const head = {
    title: text === "" ? `Search ${paper.name}` : `Search for “${text}” | ${paper.name}`,
    says: `Search every story of ${paper.name}.`,
    style: "list" as const,
    canonical: null,
    robots: "noindex" as const,
    skip: "the results",
  };
  const form = markup`<form class="ask" action="/search" role="search" aria-label="Ask again"><label class="hidden" for="ask">Search the stories</label><input id="ask" name="q" type="search" value="${text}"><button type="submit">Search</button></form>`;
  const content = markup`<main class="page found" id="main"><header class="head"><h1>Search</h1>${form}<p class="meta" role="status">${inShort(text, hits.length)}</p></header>
<div class="body"><div class="log">${hits.length > 0 && results(hits, room)}</div></div></main>`;
  return page(head, room, content);
}

function inShort(text: string, count: number): string {
  if (text === "") return "Every story we publish can be found by its words.";
  if (count === 0) return `No story has “${text}”. Fewer words, or a name alone, find more.`;
  return `${count === 1 ? "1 story" : `${count} stories`} for “${text}”, the best first.`;
}

function results(hits: readonly SearchHit[], room: Room): Piece {
  // Against no day: hits are years apart.
  const listRoom = { ...room, beside: 0 };
  const items = hits.map(
    ({ card, extract }) =>
      markup`<li class="${toneOf(card, room)}">${kick(card, room)}${cardLink(card, room, "h2")}<p class="gist" dir="auto">${marked(extract)}</p>${stamp(card, listRoom, "source")}</li>\n`,
  );
  return markup`<ul class="rows">\n${items}</ul>`;
}

/** What was asked for, marked: the store puts U+0001 before and U+0002 after each hit. */
export function marked(extract: string): Piece {
  const pieces = extract.split("\u0001").map((part, at) => {
    const [hit = "", ...rest] = part.split("\u0002");
    return at === 0 || rest.length === 0
      ? markup`${part.replaceAll("\u0002", "")}`
      : markup`<mark>${hit}</mark>${rest.join("")}`;
  });
  return markup`${pieces}`;
}
