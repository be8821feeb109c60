import type { Block, Body, Inline } from "./body.ts";
import type { PictureUse } from "./picture.ts";

/** Every block of a body, containers before what they hold. */
export function allBlocks(blocks: readonly Block[]): Block[] {
  const all: Block[] = [];
  addBlocks(blocks, all);
  return all;
}

function addBlocks(blocks: readonly Block[], all: Block[]): void {
  for (const block of blocks) {
    all.push(block);
    if (block.type === "quote" || block.type === "note") addBlocks(block.content, all);
    if (block.type === "list") for (const item of block.content) addBlocks(item.content, all);
  }
}

/** The lines of words a block has itself, without those of blocks inside it. */
export function linesIn(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "preformatted":
    case "pull_quote":
      return block.content === undefined ? [] : [block.content];
    case "table":
      return block.content.flatMap((row) => row.content.flatMap(({ content }) => (content ? [content] : [])));
    case "quote":
    case "note":
    case "list":
    case "picture":
    case "video":
    case "embed":
    case "divider":
      return [];
  }
}

export type BodyLink = { readonly href: string; readonly text: string };

/** The links of a body in order, each as often as it stands there. One over several pieces or marks counts once. */
export const linksOf = (body: Body): BodyLink[] =>
  allBlocks(body.content).flatMap(linesIn).flatMap(linksOfLine);

function linksOfLine(line: readonly Inline[]): BodyLink[] {
  const links: { href: string; text: string }[] = [];
  let open: { href: string; text: string } | undefined;
  for (const piece of line) {
    const href = piece.type === "text" ? hrefOf(piece) : undefined;
    if (href === undefined || piece.type !== "text") open = undefined;
    else if (open?.href === href) open.text += piece.text;
    else links.push((open = { href, text: piece.text }));
  }
  return links;
}

function hrefOf({ marks }: Extract<Inline, { type: "text" }>): string | undefined {
  for (const mark of marks ?? []) if (mark.type === "link") return mark.attrs.href;
  return undefined;
}

/** The pictures of a body in order, those inside quotes, notes and lists too. */
export const picturesOf = (body: Body): PictureUse[] =>
  allBlocks(body.content).flatMap((block) => (block.type === "picture" ? [block.attrs] : []));

/** The body with what `change` makes of each of its pictures. */
export const mapPictures = (body: Body, change: (use: PictureUse) => PictureUse): Body =>
  mapBlocks(body, (block) => [block.type === "picture" ? { ...block, attrs: change(block.attrs) } : block]);

/**
 * The body with each block replaced by what `change` makes of it: none, itself or several. Inner blocks come first;
 * a quote, note, list or item that has lost all it held goes too.
 */
export const mapBlocks = (body: Body, change: (block: Block) => readonly Block[]): Body => ({
  type: "doc",
  content: body.content.flatMap((block) => changed(block, change)),
});

function changed(block: Block, change: (block: Block) => readonly Block[]): readonly Block[] {
  if (block.type === "list") {
    const content = block.content
      .map((item) => ({ ...item, content: item.content.flatMap((each) => changed(each, change)) }))
      .filter((item) => item.content.length > 0);
    return content.length > 0 ? change({ ...block, content }) : [];
  }
  if (block.type !== "quote" && block.type !== "note") return change(block);
  const content = block.content.flatMap((each) => changed(each, change));
  return content.length > 0 ? change({ ...block, content }) : [];
}
