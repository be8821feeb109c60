// Words as both databases index them: letters, marks and figures, without accents and in small letters. Scripts
// written without blanks are cut into single signs, and found as signs side by side.

const wordsIn = /[\p{L}\p{N}\p{M}]+/gu;
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const mostLetters = 64;
// A story is never so long; a hostile one must not fill the index (a vector of the server holds 1 MB).
const mostText = 250_000;
const mostPhrases = 16;

/** Copy as it is indexed: folded words with blanks between them. */
export const foldedText = (text: string): string => phrasesIn(text.slice(0, mostText)).flat().join(" ");

/** What a reader typed, as phrases that must all occur. Nothing a reader types is an operator. */
export function searchPhrases(asked: string): readonly (readonly string[])[] {
  const phrases = phrasesIn(asked.slice(0, 1000));
  const seen = new Map(phrases.map((phrase) => [phrase.join(" "), phrase]));
  return [...seen.values()].slice(0, mostPhrases);
}

function phrasesIn(text: string): string[][] {
  return (folded(text).match(wordsIn) ?? []).map(signsOf);
}

/** One word, or a run of signs, as it is indexed. */
export const foldedWord = (word: string): string[] => phrasesIn(word).flat();

/** False of most English copy: nothing beyond plain letters and typographic marks, so small letters are all there is to it. */
export const needsFolding = (text: string): boolean => /[\u00aa-\u1fff\u2070-\uffff]/.test(text);

function folded(text: string): string {
  const lower = text.toLowerCase();
  if (!needsFolding(lower)) return lower;
  return lower
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[ßøłæœđðþıħ]/g, (letter) => plainLetters[letter] ?? letter);
}

// Letters that do not fall apart into a plain one and a mark, as readers without them on the keyboard type them.
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
};

function signsOf(word: string): string[] {
  if (!unspaced.test(word)) return [word.slice(0, mostLetters)];
  return (
    word.match(/[\p{L}\p{N}]\p{M}*/gu)?.map((sign) => sign.slice(0, mostLetters)) ?? [
      word.slice(0, mostLetters),
    ]
  );
}
