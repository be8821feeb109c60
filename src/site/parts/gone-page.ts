import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import type { GoneView } from "../story-view.ts";
import { fullTime, told } from "../when.ts";
import { page } from "./document.ts";
import { sourceLink } from "./source-link.ts";

/** The page of a story that may no longer be shown (410): the notice, the reason, the minute; nothing of the story. */
export function gonePage(view: GoneView, room: Room): string {
  const title = view.kind === "killed" ? "This story has been withdrawn" : "This story is no longer here";
  const day = told(view.at, "date", room.paper);
  const head = {
    title: `${title} | ${room.paper.name}`,
    says: view.kind === "killed" ? `Withdrawn on ${day}.` : `Our right to carry it ended on ${day}.`,
    style: "plain" as const,
    canonical: null,
    robots: "noindex" as const,
    skip: "the notice",
  };
  const words = view.kind === "killed" ? killed(view, room) : ended(view, room);
  return page(head, room, markup`<main class="page notice" id="main"><h1>${title}</h1>\n${words}</main>`);
}

const killed = ({ reason, at }: Extract<GoneView, { kind: "killed" }>, { paper }: Room): Piece =>
  markup`<p>${reason}</p>
<p class="meta">Withdrawn ${fullTime(at, paper)}, from our pages, lists, feeds and search.</p>
<p class="meta">${paper.correctionsPolicy} <a href="/corrections">Corrections</a></p>
`;

function ended({ source, at }: Extract<GoneView, { kind: "ended" }>, { paper }: Room): Piece {
  const name = source?.name ?? "its source";
  const link =
    source?.address && markup`<p class="onward">${sourceLink(source.address, `Read it at ${name}`)}</p>\n`;
  return markup`<p>We carried this story by agreement with ${name}. Our right to do so ended ${fullTime(at, paper)}.</p>\n${link}`;
}
