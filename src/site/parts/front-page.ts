import type { Arranged } from "../arrange-front.ts";
import type { Chrome, Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { told } from "../when.ts";
import { page } from "./document.ts";
import { desk, shelf } from "./desk-list.ts";
import { secondColumn } from "./second-column.ts";
import { fixes, latest, type Fix } from "./side-column.ts";
import { slot, type FilledSlot } from "./slot.ts";
import { splash } from "./splash.ts";
import { voices, type Voice } from "./voices.ts";

export type FrontView = {
  readonly chrome: Chrome;
  readonly arranged: Arranged;
  readonly voices: readonly Voice[];
  readonly fixes: readonly Fix[];
  readonly slot: FilledSlot | null;
};

/** The front: one splash, a ruled column beside it, opinion, the desks, and what else is new. */
export function frontPage(view: FrontView, room: Room): string {
  const { paper, origin } = room;
  const newest = view.arranged.latest[0]?.publishedAt ?? null;
  const head = {
    title: paper.says === "" ? paper.name : `${paper.name}: ${paper.says}`,
    says: paper.says,
    style: "list" as const,
    canonical: `${origin}/`,
    robots: null,
    feeds: "",
    skip: "the stories",
    ears: {
      // The day of the newest story: a kept page cannot know the day it is read.
      start:
        newest === null
          ? markup`${paper.place}`
          : markup`${told(newest, "weekday", paper)}<br>Latest story ${told(newest, "time", paper)}`,
      end: markup`${paper.place}${paper.established !== "" && markup`<br>Established ${paper.established}`}`,
    },
  };
  const content = newest === null ? empty(room) : stories(view, { ...room, beside: newest });
  return page(head, room, content);
}

function stories(view: FrontView, room: Room & { beside: number }): Piece {
  const { arranged } = view;
  const ruled = { ...room, ruled: true };
  const desks = markup`${arranged.desks.map((each) => desk(each, room))}`;
  const side = markup`${latest(arranged.latest, room)}${view.slot && slot(view.slot)}${fixes(view.fixes, room)}${arranged.shelves.map((each) => shelf(each, room))}`;
  return markup`<main class="page front" id="main"><h1 class="hidden">${room.paper.name}, ${told(room.beside, "weekday", room.paper)}</h1>
<section class="first" aria-label="Top stories">${arranged.splash && splash(arranged.splash, arranged.with, ruled)}${secondColumn(arranged.second, ruled)}</section>
${voices(view.voices, room)}<div class="body">${arranged.desks.length > 0 && markup`<div class="desks">\n${desks}</div>\n`}<div class="side">\n${side}</div></div></main>`;
}

/** A newsroom on its first day. */
const empty = ({ paper }: Room): Piece =>
  markup`<main class="page front" id="main"><div class="empty"><h1>The first edition is being made</h1><p>${paper.name} has not published a story yet. When it does, it stands here.</p><p>In the newsroom: <code>offstone import FILE --publish</code> takes a first story in.</p></div></main>`;
