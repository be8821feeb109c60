import { countWords } from "../base/text.ts";
import { linesIn } from "./body-lines-in.ts";
import type { Body, Inline } from "./body.ts";

/** The words of a body as a reader gets them, one line per paragraph, heading, item or cell; no captions, no alt texts. */
export function textOf(body: Body): string {
  return body.content
    .flatMap((block) => linesIn(block).lines)
    .map(textOfLine)
    .join("\n");
}

/** The letters of one line; a break is a blank. */
export const textOfLine = (line: readonly Inline[] | undefined): string =>
  (line ?? []).map((piece) => (piece.type === "text" ? piece.text : " ")).join("");

/** How many words a reader reads in a body (pictures, videos and embeds hold none). */
export const wordsOf = (body: Body): number => countWords(textOf(body));
