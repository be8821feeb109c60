import { oneLine } from "../../base/text.ts";
import { textOf } from "../../story/body-text.ts";
import type { StoryCopy } from "../../story/story.ts";
import { foldedWord, needsFolding } from "./search-words.ts";

const length = 240;
const before = 60;

/** Plain text around the first of the words in the body, else its opening; words found stand between U+0001 and U+0002. */
export function extractOf(
  { standfirst, body }: Pick<StoryCopy, "standfirst" | "body">,
  words: ReadonlySet<string>,
) {
  const inBody = textOf(body);
  const found = firstHit(inBody, words);
  const text = found === undefined && standfirst !== "" ? standfirst : inBody;
  const from = found === undefined ? 0 : wordStart(text, found - before);
  // White space is folded only here: a whole story of it costs more than the search.
  const near = oneLine(text.slice(from, from + 4 * length).replace(/[\u0001\u0002]/g, ""));
  return `${from > 0 ? "…" : ""}${marked(cut(near), words)}`;
}

// Most words stand in the text as they are looked for; only where none does is every word folded and compared.
function firstHit(text: string, words: ReadonlySet<string>): number | undefined {
  const plain = plainHit(text.toLowerCase(), words);
  if (plain !== undefined || !needsFolding(text)) return plain;
  for (const { 0: word, index } of text.matchAll(anyWord)) if (isHit(word, words)) return index;
  return undefined;
}

function plainHit(lower: string, words: ReadonlySet<string>): number | undefined {
  const places = Array.from(words, (word) => wholeWordAt(lower, word)).filter((at) => at >= 0);
  return places.length === 0 ? undefined : Math.min(...places);
}

function wholeWordAt(lower: string, word: string): number {
  for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1))
    if (!isLetter(lower[at - 1]) && !isLetter(lower[at + word.length])) return at;
  return -1;
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}\p{M}]/u.test(sign);

const anyWord = /[\p{L}\p{N}\p{M}]+/gu;
const isHit = (word: string, words: ReadonlySet<string>) => foldedWord(word).some((each) => words.has(each));

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0;
  const blank = text.slice(near, near + before).search(/\s/);
  return blank < 0 ? near : near + blank + 1;
}

function cut(text: string): string {
  if (text.length <= length) return text;
  const blank = text.lastIndexOf(" ", length);
  return `${text.slice(0, blank > 0 ? blank : length)}…`.toWellFormed();
}

const marked = (text: string, words: ReadonlySet<string>) =>
  text.replace(anyWord, (word) => (isHit(word, words) ? `\u0001${word}\u0002` : word));
