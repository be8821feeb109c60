import type { Chrome } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import type { Paper } from "../paper.ts";

/** What stands left and right of the name on the front: the edition, and where and since when. */
export type Ears = { readonly start: Piece; readonly end: Piece };

export type MastheadWish = {
  readonly paper: Paper;
  readonly chrome: Chrome;
  readonly current: string | null;
};

/** The top of every page but the front. */
export const masthead = (wish: MastheadWish): Piece =>
  markup`<header class="masthead">${nameLink(wish.paper)}${tools(wish.paper)}${sections(wish)}</header>`;

/** The top of the front: the name large, an ear on each side. */
export const nameplate = (wish: MastheadWish, { start, end }: Ears): Piece =>
  markup`<header class="masthead nameplate"><p class="ear">${start}</p>${nameLink(wish.paper)}<p class="ear">${end}</p>${sections(wish)}${tools(wish.paper)}</header>`;

const nameLink = ({ name }: Paper) => markup`<a class="name" href="/">${name}</a>`;

const tools = ({ name }: Paper) =>
  markup`<div class="tools"><form class="search" role="search" action="/search"><label class="hidden" for="q">Search ${name}</label><input id="q" name="q" type="search" placeholder="Search"><button type="submit">Search</button></form></div>`;

function sections({ chrome, current }: MastheadWish): Piece {
  const items = chrome.sections.map(
    ({ slug, name, tone }) =>
      markup`<li class="${tone}"><a href="/${slug}"${slug === current && markup` aria-current="true"`}>${name}</a></li>`,
  );
  return markup`<nav class="sections" aria-label="Sections"><ul>${items}</ul></nav>`;
}
