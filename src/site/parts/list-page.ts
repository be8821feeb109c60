import type { Room } from "../chrome.ts";
import type { StoryList } from "../load-list.ts";
import { markup, type Piece } from "../markup.ts";
import { told } from "../when.ts";
import { page, type Head } from "./document.ts";
import { follow } from "./follow.ts";
import { log, olderLink } from "./log.ts";

export type ListPage = {
  readonly list: StoryList;
  /** Its path; feeds lie under it when `follows` names what is followed. */
  readonly path: string;
  readonly name: string;
  readonly says: string;
  /** What stands above the list, its h1 first. */
  readonly top: Piece;
  readonly side?: Piece;
  readonly follows: string | null;
  readonly head?: Partial<Head>;
  readonly className?: string;
  readonly kicks: boolean;
  /** Where there is nothing to list. */
  readonly none: string;
};

/** A page of stories, newest first, with what they have in common above them. */
export function listPage(wish: ListPage, room: Room): string {
  const { list, path, name } = wish;
  const newest = list.cards[0]?.publishedAt ?? 0;
  const before = list.isLater && newest > 0 ? `, ${told(newest, "date", room.paper)} and earlier` : "";
  const head = {
    title: `${name}${before} | ${room.paper.name}`,
    says: wish.says,
    style: "list" as const,
    canonical: list.isLater ? null : room.origin + path,
    robots: list.isLater ? ("noindex" as const) : null,
    skip: "the stories",
    ...(wish.follows === null ? {} : { feeds: path }),
    ...wish.head,
  };
  const stories =
    list.cards.length > 0
      ? log(list.cards, { ...room, beside: newest, kicks: wish.kicks })
      : markup`<div class="empty"><p>${wish.none}</p></div>`;
  const side = markup`${wish.side}${wish.follows !== null && follow(path, wish.follows)}`;
  return page(
    head,
    room,
    markup`<main class="page ${wish.className ?? "section"}" id="main">${wish.top}
<div class="body"><div class="log">\n${stories}${olderLink(list, path)}</div>${side.toString() !== "" && markup`\n<div class="side">\n${side}</div>`}</div></main>`,
  );
}
