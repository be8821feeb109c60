import { findProvider } from "../../story/embed-providers.ts";
import type { VideoUse } from "../../story/video.ts";
import { markup, type Piece } from "../markup.ts";
import { picture } from "./picture.ts";

/** Where the story itself lies at its source, for a film that came to us only as a title. */
export type FilmWish = { readonly source: { readonly name: string; readonly address: string | null } | null };

/**
 * A film: a plain link that says what the other site learns. Nothing is fetched from it by our page. One that came
 * only as a title is named, so that the reader knows that something belongs here.
 */
export function video(film: VideoUse, { source }: FilmWish): Piece {
  const credit = film.credit.trim() !== "" && markup`<span class="credit">${film.credit}</span>`;
  if (film.address === null)
    return markup`<figure class="film"><div class="bare awaited">${film.title}${awaited(source)}</div>${credit && markup`<figcaption>${credit}</figcaption>`}</figure>`;
  const poster = drawPoster(film);
  const play = markup`Play video${film.seconds !== null && `, ${length(film.seconds)}`}`;
  const body = poster
    ? markup`<a href="${film.address}" rel="noreferrer">${poster}<span class="play">${play}</span></a>`
    : markup`<div class="bare"><a href="${film.address}" rel="noreferrer">${film.title}</a><span>${play}</span></div>`;
  return markup`<figure class="film${poster && " wide"}">${body}<figcaption>${poster && markup`Video: ${film.title} `}${credit} <span class="credit">${learns(film.address, film.provider)}</span></figcaption></figure>`;
}

function awaited(source: FilmWish["source"]): Piece {
  const where = source?.address
    ? markup` It may be seen <a href="${source.address}">with the story at ${source.name}</a>.`
    : "";
  return markup`<span>Video. Only its title has reached us.${where}</span>`;
}

// A partner's poster is a file on the partner's site: drawing it would tell that site who reads us.
function drawPoster({ poster }: VideoUse): Piece | null {
  if (poster === null || /^[a-z]+:\/\//i.test(poster)) return null;
  const use = { address: null, alt: "", caption: "", credit: "", rights: null, width: null, height: null };
  return picture({ ...use, picture: poster }, { sizes: "(min-width: 76em) 57rem, 100vw" });
}

/** What following a link to another site means; nothing for our own. Where it leads counts before what the copy calls it. */
export function learns(address: string, provider: string | null): string {
  const host = findProvider(address) ?? provider ?? URL.parse(address)?.host.replace(/^www\./, "") ?? null;
  if (host === null) return "";
  return `Nothing is fetched from ${host} until you follow the link. It then learns your address and may set a cookie.`;
}

const length = (seconds: number) =>
  seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
