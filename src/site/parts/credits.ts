import type { Byline } from "../../story/byline.ts";
import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import type { StoryView } from "../story-view.ts";
import { fullTime, shortTime, told } from "../when.ts";
import { avatar } from "./avatar.ts";
import { isolated, personAddress } from "./names.ts";
import { sourceLink } from "./source-link.ts";
import { tonguesOf } from "./tongues.ts";
import { isOwnCopyOf, sentBy } from "./sent-by.ts";

/** Beside the text: the writers, where it was first published, who handled it here, when, and minutes to read (null: untold). */
export function credits(view: StoryView & { readonly minutes: number | null }, room: Room): Piece {
  return markup`<div class="credits"${tonguesOf(view, room).paper}>${bylineList(view)}${sourceLine(view)}${handledBy(view)}<div>${times(view, room)}</div>
${view.minutes !== null && markup`<p>${view.minutes} min read</p>`}</div>`;
}

// Agency copy without a name says so; no name is ever invented, and the account never stands in for the writer.
function bylineList({ story }: StoryView): Piece | null {
  const { byline } = story.copy;
  if (byline.length > 0) return markup`<ul class="byline">${byline.map(writer)}</ul>\n`;
  if (story.taken === null) return null;
  return markup`<ul class="byline"><li><b>Staff of ${isolated(story.taken.sourceName)}</b></li></ul>\n`;
}

function writer({ name, place, role }: Byline, at: number): Piece {
  const told = [
    role,
    place === null ? null : /^(in|at|on|from|near|aboard)\s/i.test(place) ? place : `in ${place}`,
  ];
  const more = told.filter((each) => each !== null && each.trim() !== "").join(", ");
  return markup`<li><span class="hidden">${at === 0 ? "By" : "and"} </span>${writerName(name)}${more !== "" && markup` <span>${more}</span>`}</li>`;
}

function writerName(name: string): Piece {
  const address = personAddress(name);
  return address === null
    ? markup`<b>${isolated(name)}</b>`
    : markup`<a href="${address}">${isolated(name)}</a>`;
}

function sourceLine(view: StoryView): Piece | null {
  if (view.story.taken === null) return null;
  const { taken, partner } = { taken: view.story.taken, partner: view.partner };
  const name = isolated(taken.sourceName);
  const linked =
    partner === null || !isOwnCopyOf(taken, partner)
      ? name
      : markup`<a href="/partner/${partner.slug}">${name}</a>`;
  const there = taken.address !== null && markup` (${sourceLink(taken.address, "read it there")})`;
  return markup`<p class="source">First published by ${linked}${there}${sentBy(taken, partner)}</p>\n`;
}

function handledBy({ handler }: StoryView): Piece | null {
  if (handler === null) return null;
  return markup`<p class="handled">${avatar(handler.avatar)}<span>Handled by <a href="/by/${handler.slug}">${isolated(handler.name)}</a></span></p>\n`;
}

const aMinute = 60_000;

function times({ story }: StoryView, { paper }: Room): Piece {
  const { publishedAt, updatedAt } = story.state;
  const first = markup`<p>Published ${fullTime(publishedAt, paper)}</p>`;
  if (updatedAt - publishedAt < aMinute) return first;
  const corrected = story.corrections.map(
    ({ at, says }) => markup`<li>${told(at, "time", paper)} ${says}</li>`,
  );
  const updated = markup`Updated ${shortTime(updatedAt, publishedAt, paper)}`;
  if (corrected.length === 0) return markup`${first}<p>${updated}</p>`;
  return markup`${first}<details><summary>${updated}</summary><ul>${corrected}</ul></details>`;
}
