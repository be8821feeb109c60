// A comma, colon or full stop after nothing is what remains when a link, name or embed was lost on the way in
// ("with Jared Kushner, ."). Spaced ellipses, numbers (".5"), names (".NET") and code are none.
const gaps =
  /[,;:]\s+[.,;:](?!\s*\.|[\p{L}\p{N}])|(?<!:[\w+-]+)[,;:][,;]|(?<=[\p{L}\p{N}"”’)\]])\s+(?:,(?=\s|$)|\.(?=\s*$|\s+\p{Lu}))|\s\(\s*\)/gu;

/** The places where words seem to be missing, each with the words before it ("Jared Kushner, ."). */
export function lostWords(text: string): string[] {
  return text
    .matchAll(gaps)
    .map(({ index, 0: mark }) => nearBy(text, index, mark))
    .toArray();
}

/** Two words before a place in a text, and what stands there: enough to find it again. */
function nearBy(text: string, index: number, there: string): string {
  const before = text.slice(Math.max(0, index - 60), index);
  return `${/(?:\S+\s+)?\S*\s*$/u.exec(before)?.[0] ?? ""}${there}`.replace(/\s+/gu, " ").trim();
}
