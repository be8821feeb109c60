import { countWords } from "../../base/text.ts";
import type { Changes } from "../../story/changes.ts";
import { isUnchanged } from "../../story/changes.ts";
import type { LineChange } from "../../story/line-changes.ts";
import type { Room } from "../chrome.ts";
import { joined, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import type { ShownStory } from "../story-view.ts";
import { page } from "./document.ts";
import { countsOf } from "./tally.ts";

type ChangesWish = { readonly story: ShownStory; readonly address: string; readonly changes: Changes };

/**
 * What we changed against the source, paragraph by paragraph. A paragraph that was cut whole is told by its length
 * only: what an editor took out (a name the law protects, more words than were agreed) must not come back here.
 */
export function changesPage({ story, address, changes }: ChangesWish, room: Room): string {
  const headline = plainLine(story.copy.headline);
  const head = {
    title: `What we changed: ${headline} | ${room.paper.name}`,
    says: `Every change we made to the copy of ${story.taken?.sourceName ?? "the source"}.`,
    style: "plain" as const,
    canonical: null,
    robots: "noindex" as const,
    skip: "the changes",
  };
  const counts = countsOf(changes).map(([count, what]) => `${count} ${what}`);
  const inShort = isUnchanged(changes) ? "Nothing: these are the source’s own words" : joined(counts, ", ");
  const content = markup`<main class="page changes" id="main"><h1>What we changed</h1>
<p><a href="${address}">${headline}</a>, first published by ${story.taken?.sourceName}</p>
<p class="meta">${inShort}. Quotation marks, dashes and spaces set in our style are not counted.</p>
<ol>
${lineItems(changes.lines)}</ol></main>`;
  return page(head, room, content);
}

function lineItems(lines: readonly LineChange[]): Piece[] {
  const items: Piece[] = [];
  let from = 0;
  while (from < lines.length) {
    const first = lines[from];
    let to = from + 1;
    while (first && belongs(first, lines[to])) to++;
    if (first) items.push(lineItem(first, to - from));
    from = to;
  }
  return items;
}

/** What came unchanged is told in one line, and so are the cells of a table that went or came as a whole. */
const belongs = (first: LineChange, next: LineChange | undefined) =>
  next !== undefined &&
  next.kind === first.kind &&
  (first.kind === "same" || (first.kind !== "changed" && first.what === "table" && next.what === "table"));

function lineItem(line: LineChange, count: number): Piece {
  switch (line.kind) {
    case "same":
      return markup`<li class="same">${count === 1 ? "1 paragraph" : `${count} paragraphs`} as they came</li>\n`;
    case "changed":
      return markup`<li><h2>Changed</h2><p>${changedWords(line)}</p></li>\n`;
    case "added":
      return line.what === "table"
        ? markup`<li><h2>Added</h2><p class="meta">A table, ${cells(count)}</p></li>\n`
        : markup`<li><h2>Added</h2><p><ins>${line.text}</ins></p></li>\n`;
    case "cut":
      return markup`<li><h2>Cut</h2><p class="meta">${cutWords(line.what, line.text, count)}</p></li>\n`;
  }
}

const cells = (count: number) => `${count} ${count === 1 ? "cell" : "cells"}`;

function cutWords(what: LineChange["what"], text: string, count: number): string {
  if (what === "table") return `A table, ${cells(count)}`;
  const words = countWords(text);
  return `A ${what === "heading" ? "heading" : "paragraph"} of ${words} ${words === 1 ? "word" : "words"}`;
}

function changedWords({ words }: Extract<LineChange, { kind: "changed" }>): Piece {
  const runs = words.map(({ kind, text }) => {
    if (kind === "same") return markup`${text}`;
    return kind === "cut" ? markup`<del>${text}</del>` : markup`<ins>${text}</ins>`;
  });
  return joined(runs, " ");
}
