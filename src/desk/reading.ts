import type { Inline } from "../story/body.ts";
import { type BodyLine, bodyLines } from "../story/body-lines.ts";
import type { Checked } from "./check.ts";
import { kindOf, kinds } from "./letters.ts";

/** One line of a story: where it stands, its words, and which kinds of characters are in it. */
export type Line = {
  readonly at: string;
  readonly type: BodyLine["type"];
  readonly text: string;
  readonly kinds: number;
};

/** A capitalised word: how often it stands there, how often not after a full stop, and where first. */
export type Name = { count: number; inside: number; readonly at: string };

/** One reading of a story for all checks: every word is looked at once. */
export type Reading = {
  readonly lines: readonly Line[];
  readonly names: ReadonlyMap<string, Name>;
  readonly doubled: readonly { readonly at: string; readonly word: string }[];
};

type Draft = { lines: Line[]; names: Map<string, Name>; doubled: { at: string; word: string }[] };

const readings = new WeakMap<Checked, Reading>();

/** The reading of a story, made once. Headline and standfirst come first; code stands as a blot, for it is no prose. */
export function readingOf(checked: Checked): Reading {
  const known = readings.get(checked);
  if (known !== undefined) return known;
  const draft: Draft = { lines: [], names: new Map(), doubled: [] };
  const { headline, standfirst, mainPicture, body } = checked.copy;
  readLine(draft, "headline", "heading", headline);
  readLine(draft, "standfirst", "paragraph", standfirst);
  if (mainPicture !== null) readLine(draft, "mainPicture/caption", "picture", mainPicture.caption);
  let at = "";
  let block = -1;
  for (const line of bodyLines(body, proseOf)) {
    if (line.at !== block) at = `body/${line.at}`;
    block = line.at;
    if (line.type !== "preformatted") readLine(draft, at, line.type, line.text);
  }
  readings.set(checked, draft);
  return draft;
}

const blot = "\ufffc";

/** The text of a line with code blotted out. */
function proseOf(content: readonly Inline[] | undefined): string {
  let text = "";
  for (const inline of content ?? [])
    if (inline.type !== "text") text += "\n";
    else text += inline.marks?.some(({ type }) => type === "code") === true ? blot : inline.text;
  return text;
}

/** Goes through a line once: what kinds of characters it has, its capitalised words, its doubled words. */
function readLine(draft: Draft, at: string, type: Line["type"], text: string): void {
  let seen = 0;
  let before = 0;
  let start = -1;
  let last: Word | null = null;
  for (let index = 0; index <= text.length; index++) {
    const kind = index < text.length ? (kindOf[text.charCodeAt(index)] ?? 0) : 0;
    seen |= kind;
    if ((kind & kinds.stop) !== 0 && (before & (kinds.blank | kinds.pause)) !== 0) seen |= kinds.gap;
    before = kind;
    if (start < 0) {
      if ((kind & kinds.letter) !== 0) start = index;
    } else if ((kind & (kinds.letter | kinds.joins)) === 0) {
      last = readWord(draft, { at, text, from: start, to: index }, last);
      start = -1;
    }
  }
  if (seen !== 0) draft.lines.push({ at, type, text, kinds: seen });
}

type Word = { readonly at: string; readonly text: string; readonly from: number; readonly to: number };

function readWord(draft: Draft, word: Word, last: Word | null): Word {
  const capital = isUpper(word.text, word.from);
  if (capital && word.to - word.from >= 5 && !isUpper(word.text, word.from + 1)) readName(draft, word, last);
  if (!capital && last !== null && last.to - last.from === word.to - word.from && repeats(last, word))
    draft.doubled.push({ at: word.at, word: word.text.slice(word.from, word.to) });
  return word;
}

const isUpper = (text: string, index: number) => ((kindOf[text.charCodeAt(index)] ?? 0) & kinds.upper) !== 0;

/** True for "the the" and "The the" with one blank between. */
function repeats(last: Word, { text, from, to }: Word): boolean {
  if (from - last.to !== 1 || text.charCodeAt(last.to) !== 32) return false;
  for (let index = from + 1; index < to; index++)
    if (text.charCodeAt(index) !== text.charCodeAt(index - from + last.from)) return false;
  // "project project.git" is an address, not a word twice.
  const after = text.charCodeAt(to + 1);
  if (/[./@]/.test(text.charAt(to)) && ((kindOf[after] ?? 0) & kinds.letter) !== 0) return false;
  return text[from] === text[last.from]?.toLowerCase();
}

function readName({ names }: Draft, { at, text, from, to }: Word, last: Word | null): void {
  const end = to - from > 6 && /['’]s$/.test(text.slice(to - 2, to)) ? to - 2 : to;
  const name = text.slice(from, end);
  const inside = last !== null && from - last.to === 1 && !isUpper(text, last.from) ? 1 : 0;
  const known = names.get(name);
  if (known === undefined) names.set(name, { count: 1, inside, at });
  else {
    known.count++;
    known.inside += inside;
  }
}
