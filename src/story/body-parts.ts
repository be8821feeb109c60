import { linesIn } from "./body-lines-in.ts";
import type { Block, Body } from "./body.ts";
import type { PictureUse } from "./picture.ts";

/** Where the links of a body lead, in order, each as often as it stands there. One over several pieces counts once. */
export function linksOf(body: Body): string[] {
  const links: string[] = [];
  for (const line of body.content.flatMap((block) => linesIn(block).lines)) {
    let before: string | null = null;
    for (const piece of line) {
      const mark = piece.type === "text" ? piece.marks?.find((each) => each.type === "link") : undefined;
      const href = mark?.type === "link" ? mark.attrs.href : null;
      if (href !== null && href !== before) links.push(href);
      before = href;
    }
  }
  return links;
}

/** The pictures of a body in order, those inside quotes, notes and lists too. */
export const picturesOf = (body: Body): PictureUse[] =>
  body.content
    .flatMap((block) => linesIn(block).media)
    .flatMap((block) => (block.type === "picture" ? [block.attrs] : []));

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
