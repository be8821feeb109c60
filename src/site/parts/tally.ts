import type { Changes } from "../../story/changes.ts";
import { isUnchanged } from "../../story/changes.ts";
import { markup, type Piece } from "../markup.ts";

/** What we changed against the source, counted, with the way to each change. */
export function tally(changes: Changes, changesAddress: string | null): Piece {
  if (isUnchanged(changes)) return markup`Nothing. These are the source’s own words`;
  const counts = countsOf(changes).map(([count, what]) => markup`<li><b>${count}</b> ${what}</li>`);
  const link = changesAddress !== null && markup`<p><a href="${changesAddress}">See every change</a></p>`;
  return markup`<ul class="tally">${counts}</ul>${link}`;
}

/** Each kind of change that there is, with its number, in words that fit it. */
export function countsOf(changes: Changes): [number, string][] {
  const one = (isSo: boolean) => (isSo ? 1 : 0);
  const all: [number, string, string][] = [
    [one(changes.headline), "headline rewritten", ""],
    [one(changes.standfirst), "standfirst rewritten", ""],
    [one(changes.byline), "byline changed", ""],
    [changes.paragraphsCut, "paragraph cut", "paragraphs cut"],
    [changes.paragraphsAdded, "paragraph added", "paragraphs added"],
    [changes.wordsChanged, "word changed", "words changed"],
    [changes.picturesCut, "picture left out", "pictures left out"],
    [changes.picturesAdded, "picture added", "pictures added"],
    [changes.tablesCut, "table left out", "tables left out"],
    [changes.tablesAdded, "table added", "tables added"],
    [changes.linksCut.length, "link left out", "links left out"],
    [changes.linksAdded.length, "link added", "links added"],
  ];
  return all
    .filter(([count]) => count > 0)
    .map(([count, single, many]) => [count, count === 1 ? single : many]);
}
