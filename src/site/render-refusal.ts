import { assetAddress } from "./assets.ts";
import type { Chrome } from "./chrome.ts";
import { markup, type Piece } from "./markup.ts";
import { page } from "./parts/document.ts";
import type { Paper } from "./paper.ts";

/** What the server says no with. `id` names a fault in the log; null for a refusal. */
export type Refused = {
  readonly status: number;
  readonly code: string;
  readonly says: string;
  readonly id: string | null;
};

/** The page of a refusal or fault: what happened, and what to do now. Needs nothing from the store, which may be what failed. */
export function renderRefusal(
  refused: Refused,
  { paper, origin, chrome = { sections: [] } }: { paper: Paper; origin: string; chrome?: Chrome },
): string {
  const heading =
    headings[refused.status] ?? (refused.status >= 500 ? headings[500] : "That could not be done");
  const head = {
    title: `${heading} | ${paper.name}`,
    says: refused.says,
    style: "plain" as const,
    canonical: null,
    robots: "noindex" as const,
    skip: "the notice",
  };
  const content = markup`<main class="page notice" id="main"><h1>${heading}</h1>
<p>${refused.says}</p>
${refused.status >= 500 ? ours(refused) : ask}
<p><a href="/">To the front page</a></p>
<img src="${assetAddress(refused.status >= 500 ? "barrier.svg" : "tide.svg")}" alt="" width="${refused.status >= 500 ? 1200 : 600}" height="${refused.status >= 500 ? 675 : 150}">
</main>`;
  return page(head, { paper, origin, chrome }, content);
}

const headings: Readonly<Record<number, string>> = {
  400: "We cannot read that address",
  403: "That is not open to you",
  404: "There is nothing at this address",
  410: "This story has been withdrawn",
  429: "That was a lot at once",
  451: "The law keeps this from you",
  500: "Something broke on our side",
  503: "We are not quite here",
};

const ask = markup`<form class="ask" action="/search" role="search" aria-label="Find a story"><label class="hidden" for="ask">Search the stories</label><input id="ask" name="q" type="search" placeholder="A word of the headline, or a name"><button type="submit">Search</button></form>`;

const ours = ({ id }: Refused): Piece =>
  markup`<p>Nothing you did caused it. Try again in a moment.</p>${id !== null && markup`<p class="meta">If you write to us about it, name it: ${id}</p>`}`;
