import type { CopyCheck, Seen } from "../check.ts";
import { example } from "../example.ts";
import { kindOf, kinds } from "../letters.ts";
import { type Line, readingOf } from "../reading.ts";

/**
 * A quotation that is opened and never closed, or closed and never opened, paragraph by paragraph. A quotation over
 * several paragraphs opens each of them and is closed in the last. British, American, German, French and straight
 * marks; apostrophes and single marks are left alone, for nobody can tell one from the other.
 */
export const check = {
  name: "unbalanced-quotes",
  stops: false,
  look(checked) {
    const lines = readingOf(checked).lines.filter(({ type }) => type !== "table" && type !== "picture");
    const some = lines.some(({ kinds: seen }) => (seen & kinds.quote) !== 0);
    return some ? judge(lines, styleOf(lines)) : [];
  },
  examples: {
    clean: [
      example({ body: ["“We stay,” he said. ‘Nobody’s here,’ it’s the dogs’ home in the ’90s."] }),
      example({ body: ["“It is late.", "“It is very late.", "“Go home,” she said."] }),
      example({ body: ["„Wir bleiben“, sagte er.", "»Nein«, sagte sie."], language: "de" }),
      example({ body: ["« Nous restons », a-t-il dit."], language: "fr" }),
      example({ body: ['"We stay," he said, from 6\' 2" up.', 'A 17" screen.', "A 13.5” screen."] }),
      example({ body: ["“It began in a long paragraph.", "It went on.", "It ended here,” she said."] }),
    ],
    wrong: [
      example({ body: ["“We stay, he said.", "Nobody answered."] }),
      example({ body: ["We stay,” he said."] }),
      example({ body: ["„Wir bleiben, sagte er."], language: "de" }),
      example({ body: ['He said: "We stay.', "Nobody answered."] }),
    ],
  },
} satisfies CopyCheck;

/** A quotation may run on over this many lines without a mark, where a list stands in it. */
const longestQuotation = 8;

/** Which marks open and which close: “ closes where „ opens, » opens in German, and ” does both in Swedish and Finnish. */
type Style = { readonly opens: string; readonly closes: string };

function styleOf(lines: readonly Line[]): Style {
  const foreign = lines.filter(({ kinds: seen }) => (seen & kinds.foreign) !== 0);
  if (foreign.length === 0) return { opens: "“", closes: "”" };
  const all = foreign.map(({ text }) => text).join("\n");
  const pointed = all.indexOf("«");
  const reversed = all.indexOf("»") < pointed && all.includes("»");
  // A single » or « is an arrow ("Read more »"), no quotation.
  const pairs = pointed >= 0 && all.includes("»");
  const low = all.includes("„");
  return {
    opens: `${low ? "„" : "“"}${pairs ? (reversed ? "»" : "«") : ""}`,
    closes: `${low ? "“”" : "”"}${pairs ? (reversed ? "«" : "»") : ""}`,
  };
}

function judge(lines: readonly Line[], style: Style): Seen[] {
  const seen: Seen[] = [];
  let open: { line: Line; index: number } | null = null;
  for (const [index, line] of lines.entries()) {
    const left = leftOpen(line, style);
    if (open !== null && startsQuoted(line.text, style)) open = null;
    if (left === 0 && open !== null && index - open.index < longestQuotation) continue;
    if (open !== null && left >= 0) seen.push(unclosed(open.line));
    if (open === null && left < 0) seen.push(unopened(line));
    open = left > 0 ? { line, index } : null;
  }
  return open === null ? seen : [...seen, unclosed(open.line)];
}

const unclosed = ({ at, text }: Line) => ({
  at,
  says: `The quotation in “${opening(text)}” is not closed: add the mark, or open the next paragraph with one.`,
});
const unopened = ({ at, text }: Line) => ({
  at,
  says: `A quotation is closed in “${opening(text)}” that was never opened: find where it begins.`,
});
const opening = (text: string) => (text.length > 50 ? `${text.slice(0, 50).trimEnd()}…` : text);

/** How many quotations a line leaves open (above 0) or closes without having opened (below 0). */
function leftOpen({ text, kinds: seen }: Line, { opens, closes }: Style): number {
  if ((seen & kinds.quote) === 0) return 0;
  let left = 0;
  let straight = 0;
  let inches = 0;
  for (let index = 0; index < text.length; index++) {
    if (((kindOf[text.charCodeAt(index)] ?? 0) & kinds.quote) === 0) continue;
    const letter = text.charAt(index);
    if (opens.includes(letter)) left++;
    else if (closes.includes(letter)) left--;
    else if (letter === '"') straight++;
    if (/[”"]/.test(letter) && /\d/.test(text.charAt(index - 1))) inches++;
  }
  // A straight mark pairs with whatever is unpaired (mixed marks are untidy, not unbalanced); after a figure it may mean inches.
  const rest = straight - Math.abs(left);
  if (rest >= 0) return rest % 2 === 0 || inches > 0 ? 0 : Math.sign(left) || 1;
  return left < 0 && inches >= -left ? 0 : left;
}

const startsQuoted = (text: string, { opens }: Style) => `${opens}"‘'`.includes(text.trimStart().charAt(0));
