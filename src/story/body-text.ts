import { countWords } from "../base/text.ts";
import { allBlocks, linesIn } from "./body-parts.ts";
import type { Body, Inline } from "./body.ts";

/** The words of a body as a reader gets them, one line per paragraph, heading, item or cell; no captions, no alt texts. */
export const textOf = (body: Body): string => bodyTexts(body).join("\n");

/** How many words a reader reads in a body (pictures, videos and embeds hold none): what an agreement's limit is held against. */
export const wordsOf = (body: Body): number =>
  bodyTexts(body).reduce((sum, text) => sum + countWords(text), 0);

const bodyTexts = (body: Body): string[] =>
  allBlocks(body.content)
    .flatMap(linesIn)
    .map(textOfLine)
    .filter((text) => text.trim() !== "");

/** The letters of one line, breaks as new lines. */
export function textOfLine(line: readonly Inline[] | undefined): string {
  let text = "";
  for (const piece of line ?? []) text += piece.type === "text" ? piece.text : "\n";
  return text;
}
