/** Words as a reader counts them: runs of letters, figures and what joins them. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-.,]*/gu)?.length ?? 0;

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
