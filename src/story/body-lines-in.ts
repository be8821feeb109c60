import type { Block, Inline } from "./body.ts";

export type LinesIn = { readonly lines: Inline[][]; readonly media: Block[] };

/** The lines of text inside a block, in reading order, and what in it is not text (pictures, videos, embeds). */
export function linesIn(block: Block): LinesIn {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "preformatted":
    case "pull_quote":
      return { lines: lineOf(block.content), media: [] };
    case "picture":
    case "video":
    case "embed":
      return { lines: [], media: [block] };
    case "divider":
      return { lines: [], media: [] };
    case "table":
      return {
        lines: block.content.flatMap((row) => row.content.flatMap((cell) => lineOf(cell.content))),
        media: [],
      };
    case "quote":
    case "note":
      return together(block.content);
    case "list":
      return together(block.content.flatMap((item) => item.content));
  }
}

const lineOf = (content: Inline[] | undefined) => (content && content.length > 0 ? [content] : []);

function together(blocks: readonly Block[]): LinesIn {
  const parts = blocks.map(linesIn);
  return { lines: parts.flatMap((part) => part.lines), media: parts.flatMap((part) => part.media) };
}
