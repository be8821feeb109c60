import type { BodyLine } from "../story/body-lines.ts";
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

/**
 * Goes through each line once, letter by letter: what kinds of characters it has, its capitalised words, its doubled
 * words. Works on places in the text and makes no word a string that nobody asks for: it reads every import.
 */
export class LineReader {
  readonly lines: Line[] = [];
  readonly names = new Map<string, Name>();
  readonly doubled: { at: string; word: string }[] = [];
  #at = "";
  #text = "";
  /** Where the word before begins and ends; -1 at the beginning of a line. */
  #lastFrom = -1;
  #lastTo = -1;

  read(at: string, type: Line["type"], text: string): void {
    this.#at = at;
    this.#text = text;
    this.#lastFrom = -1;
    let seen = 0;
    let before = 0;
    let start = -1;
    for (let index = 0; index < text.length; index++) {
      const kind = kindOf[text.charCodeAt(index)] ?? 0;
      seen |= kind;
      if ((kind & inWord) === 0) {
        if (start >= 0) this.#word(start, index);
        start = -1;
        if ((kind & kinds.stop) !== 0 && (before & (kinds.blank | kinds.pause)) !== 0) seen |= kinds.gap;
      } else if (start < 0 && (kind & kinds.letter) !== 0) start = index;
      before = kind;
    }
    if (start >= 0) this.#word(start, text.length);
    if (seen !== 0) this.lines.push({ at, type, text, kinds: seen });
  }

  #word(from: number, to: number): void {
    const length = to - from;
    if (this.#isUpper(from)) {
      if (length >= 5 && !this.#isUpper(from + 1)) this.#name(from, to);
    } else if (this.#lastFrom >= 0 && this.#lastTo - this.#lastFrom === length && this.#repeats(from, to))
      this.doubled.push({ at: this.#at, word: this.#text.slice(from, to) });
    this.#lastFrom = from;
    this.#lastTo = to;
  }

  #isUpper(index: number): boolean {
    return ((kindOf[this.#text.charCodeAt(index)] ?? 0) & kinds.upper) !== 0;
  }

  /** True for "the the" and "The the" with one blank between, not for "project project.git", which is an address. */
  #repeats(from: number, to: number): boolean {
    const text = this.#text;
    if (from - this.#lastTo !== 1 || text.charCodeAt(this.#lastTo) !== 32) return false;
    for (let index = from + 1; index < to; index++)
      if (text.charCodeAt(index) !== text.charCodeAt(index - from + this.#lastFrom)) return false;
    if (/^[./@]\p{L}/u.test(text.slice(to, to + 3))) return false;
    return text.charAt(from) === text.charAt(this.#lastFrom).toLowerCase();
  }

  #name(from: number, to: number): void {
    const text = this.#text;
    const genitive = text.charAt(to - 1) === "s" && /['’]/.test(text.charAt(to - 2));
    const end = genitive ? to - 2 : to;
    if (end - from < 5) return;
    const name = text.slice(from, end);
    const inside = this.#lastFrom >= 0 && from - this.#lastTo === 1 && !this.#isUpper(this.#lastFrom) ? 1 : 0;
    const known = this.names.get(name);
    if (known === undefined) this.names.set(name, { count: 1, inside, at: this.#at });
    else {
      known.count++;
      known.inside += inside;
    }
  }
}

const inWord = kinds.letter | kinds.joins;
