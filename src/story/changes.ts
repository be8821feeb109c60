import type { Block, Body } from "./body.ts";
import { allBlocks, linksOf, picturesOf } from "./body-parts.ts";
import type { Byline } from "./byline.ts";
import { lineChanges, type LineChange } from "./line-changes.ts";
import { foldStyle } from "./house-style.ts";

/** What is compared: the copy as a partner sent it (a wire item is one) or as a story holds it. */
export type ComparedCopy = {
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: readonly Byline[];
  readonly body: Body;
  readonly mainPicture: { readonly address: string | null; readonly picture: string | null } | null;
};

/**
 * What we changed, counted as the source panel prints it. House style (kinds of quotation marks, dashes, spaces) is
 * no change. `wordsChanged` counts a replaced word once; words only cut or only added count too.
 */
export type Changes = {
  readonly headline: boolean;
  readonly standfirst: boolean;
  readonly byline: boolean;
  readonly paragraphsCut: number;
  readonly paragraphsAdded: number;
  readonly paragraphsChanged: number;
  readonly wordsOfSource: number;
  readonly wordsCut: number;
  readonly wordsAdded: number;
  readonly wordsChanged: number;
  readonly picturesCut: number;
  readonly picturesAdded: number;
  readonly tablesCut: number;
  readonly tablesAdded: number;
  readonly linksCut: readonly string[];
  readonly linksAdded: readonly string[];
  /** Every line of both, in reading order, for the page that shows each change. */
  readonly lines: readonly LineChange[];
};

/** Compares our copy with its source. Pure; bounded to well under half a second for any text (CASES TXT-07). */
export function changesAgainst(source: ComparedCopy, copy: ComparedCopy): Changes {
  const { lines, ...words } = lineChanges(source.body, copy.body);
  const count = (kind: LineChange["kind"]) =>
    lines.filter((line) => line.kind === kind && isParagraph(line.what)).length;
  const pictures = { before: picturesIn(source), after: picturesIn(copy) };
  const tables = { before: countBlocks(source.body, "table"), after: countBlocks(copy.body, "table") };
  const links = { before: hrefsIn(source.body), after: hrefsIn(copy.body) };
  return {
    headline: foldStyle(source.headline) !== foldStyle(copy.headline),
    standfirst: foldStyle(source.standfirst) !== foldStyle(copy.standfirst),
    byline: bylineKey(source.byline) !== bylineKey(copy.byline),
    paragraphsCut: count("cut"),
    paragraphsAdded: count("added"),
    paragraphsChanged: count("changed"),
    ...words,
    picturesCut: missingFrom(pictures.before, pictures.after).length,
    picturesAdded: missingFrom(pictures.after, pictures.before).length,
    tablesCut: Math.max(0, tables.before - tables.after),
    tablesAdded: Math.max(0, tables.after - tables.before),
    linksCut: missingFrom(links.before, links.after),
    linksAdded: missingFrom(links.after, links.before),
    lines,
  };
}

/** True when our copy is the source word for word, picture for picture, link for link. */
export const isUnchanged = (changes: Changes): boolean =>
  !changes.headline &&
  !changes.standfirst &&
  !changes.byline &&
  changes.lines.every(({ kind }) => kind === "same") &&
  changes.picturesCut + changes.picturesAdded === 0 &&
  changes.linksCut.length + changes.linksAdded.length === 0;

/** Which part of the source's words was changed, cut or added to: 0 = none, 1 = as many as it has. */
export const shareChanged = ({ wordsChanged, wordsOfSource }: Changes): number =>
  wordsChanged === 0 ? 0 : wordsChanged / Math.max(1, wordsOfSource);

const isParagraph = (what: Block["type"]) =>
  what !== "picture" && what !== "video" && what !== "embed" && what !== "table";

const bylineKey = (byline: readonly Byline[]) =>
  byline.map(({ name, place }) => foldStyle(`${name}|${place ?? ""}`).toLowerCase()).join("\n");

function picturesIn({ mainPicture, body }: ComparedCopy): string[] {
  // The partner's address names a picture best: our own file comes later and is not in the source.
  return [...(mainPicture ? [mainPicture] : []), ...picturesOf(body)].map(
    ({ address, picture }) => address ?? picture ?? "placeholder",
  );
}

const countBlocks = (body: Body, type: Block["type"]) =>
  allBlocks(body.content).filter((block) => block.type === type).length;

const hrefsIn = (body: Body) => linksOf(body).map(({ href }) => href);

/** What the second list lacks, counting repeats. */
function missingFrom(wanted: readonly string[], present: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const each of present) left.set(each, (left.get(each) ?? 0) + 1);
  return wanted.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
}
