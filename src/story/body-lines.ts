import { countWords } from "../base/text.ts";
import type { Block, Body, Inline } from "./body.ts";

/** One block that holds words, wherever it stands (in a quote, a list, a table), with the top-level block it is part of. */
export type BodyLine = { readonly at: number; readonly type: Block["type"]; readonly text: string };

type ReadText = (content: readonly Inline[] | undefined) => string;

/**
 * The words of a body in reading order, line by line: paragraphs, headings, quotes, list items, cells of tables.
 * `read` makes the text of a line where it should be other than `textOf`.
 */
export function bodyLines({ content }: Body, read: ReadText = textOf): BodyLine[] {
  const lines: BodyLine[] = [];
  content.forEach((block, at) => addLines(block, at, (line) => lines.push(line), read));
  return lines;
}

function addLines(block: Block, at: number, add: (line: BodyLine) => void, read: ReadText): void {
  const addLine = (content: readonly Inline[] | undefined) => {
    const text = read(content);
    if (text.trim() !== "") add({ at, type: block.type, text });
  };
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "preformatted":
    case "pull_quote":
      addLine(block.content);
      break;
    case "table":
      for (const row of block.content) for (const cell of row.content) addLine(cell.content);
      break;
    case "quote":
    case "note":
      for (const inner of block.content) addLines(inner, at, add, read);
      break;
    case "list":
      for (const item of block.content) for (const inner of item.content) addLines(inner, at, add, read);
      break;
    case "picture":
    case "video":
    case "embed":
    case "divider":
      break;
  }
}

/** The text of one line, breaks as new lines. */
export function textOf(content: readonly Inline[] | undefined): string {
  if (content === undefined) return "";
  let text = "";
  for (const inline of content) text += inline.type === "text" ? inline.text : "\n";
  return text;
}

/** The words of a body as one text, a line each: what search finds. */
export const plainText = (body: Body): string =>
  bodyLines(body)
    .map(({ text }) => text)
    .join("\n");

/** Words of the text as a reader counts them: what an agreement's limit is held against. */
export const wordsOfBody = (body: Body): number =>
  bodyLines(body).reduce((sum, { text }) => sum + countWords(text), 0);

/** Every block of a body, containers before what they hold. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === "quote" || block.type === "note") yield* allBlocks(block.content);
    if (block.type === "list") for (const item of block.content) yield* allBlocks(item.content);
  }
}

/** The addresses a body links to, in order, one entry a link (a link over several marks counts once). */
export function bodyLinks(body: Body): { readonly href: string; readonly text: string }[] {
  const links: { href: string; text: string }[] = [];
  for (const block of allBlocks(body.content)) {
    const lines = block.type === "table" ? block.content.flatMap((row) => row.content) : [block];
    for (const line of lines) addLinks("content" in line ? line.content : undefined, links);
  }
  return links;
}

function addLinks(
  content: readonly { readonly type: string }[] | undefined,
  links: { href: string; text: string }[],
): void {
  let open: { href: string; text: string } | undefined;
  for (const inline of content ?? []) {
    const href = isText(inline) ? hrefOf(inline) : undefined;
    if (href === undefined || !isText(inline)) open = undefined;
    else if (open?.href === href) open.text += inline.text;
    else links.push((open = { href, text: inline.text }));
  }
}

type Text = Extract<Inline, { type: "text" }>;
const isText = (inline: { readonly type: string }): inline is Text => inline.type === "text";

function hrefOf({ marks }: Text): string | undefined {
  for (const mark of marks ?? []) if (mark.type === "link") return mark.attrs.href;
  return undefined;
}
