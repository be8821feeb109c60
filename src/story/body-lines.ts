import { allBlocks, linesIn } from "./body-parts.ts";
import { textOfLine } from "./body-text.ts";
import type { Block, Body, Inline } from "./body.ts";

/** One line of words, wherever it stands (in a quote, a list, a table): the index of its top-level block, and its own block's type. */
export type BodyLine = { readonly at: number; readonly type: Block["type"]; readonly text: string };

type ReadText = (content: readonly Inline[] | undefined) => string;

/**
 * The words of a body in reading order, line by line: paragraphs, headings, quotes, list items, cells of tables.
 * `read` makes the text of a line where it should be other than `textOfLine`.
 */
export function bodyLines({ content }: Body, read: ReadText = textOfLine): BodyLine[] {
  const lines: BodyLine[] = [];
  content.forEach((top, at) => {
    for (const block of allBlocks([top]))
      for (const line of linesIn(block)) {
        const text = read(line);
        if (text.trim() !== "") lines.push({ at, type: block.type, text });
      }
  });
  return lines;
}
