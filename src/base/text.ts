/** Words as a reader counts them: runs of letters, figures and what joins them. */
export function countWords(text: string): number {
  let count = 0;
  let inWord = false;
  // Sign by sign: a pattern over the whole text takes twenty times as long, and every save counts.
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = unit < 128 ? unit : (text.codePointAt(at) ?? 0);
    const kind = code < 128 ? (plainSigns[code] ?? apart) : kindOf(String.fromCodePoint(code));
    if (kind === letter && !inWord) count += 1;
    inWord = kind === letter || (inWord && kind === joins);
    if (code > 0xffff) at += 1;
  }
  return count;
}

const apart = 0;
const letter = 1;
const joins = 2;
const kindOf = (sign: string) =>
  /[\p{L}\p{N}]/u.test(sign) ? letter : /[\p{M}'’\-.,]/u.test(sign) ? joins : apart;
const plainSigns = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/** All white space folded to single blanks, ends trimmed. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** At most `most` characters as a reader sees them (grapheme clusters), cut at a word where one is near, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const seen = Array.from(
    new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text),
    (each) => each.segment,
  );
  if (seen.length <= most) return text;
  const cut = seen.slice(0, most - 1).join("");
  const word = cut.lastIndexOf(" ");
  return `${(word > most * 0.6 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
