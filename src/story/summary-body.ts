import { countWords } from "../base/text.ts";
import { textOfLine } from "./body-text.ts";
import type { Body, Paragraph } from "./body.ts";

/**
 * The opening of a body where only part of it may be used: whole paragraphs from the top, at most `words` words in all,
 * nothing but their text and links. Empty where the first paragraph alone is longer.
 */
export function summaryBody(body: Body, { words }: { words: number }): Body {
  const content: Paragraph[] = [];
  let left = words;
  for (const block of body.content) {
    if (block.type !== "paragraph") continue;
    left -= countWords(textOfLine(block.content));
    if (left < 0) break;
    content.push(block);
  }
  return { type: "doc", content };
}
