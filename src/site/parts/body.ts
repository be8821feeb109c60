import { findProvider } from "../../story/embed-providers.ts";
import type { Block, Body, List, ListItem } from "../../story/body.ts";
import { isSafeAddress } from "../../story/body.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { pictureFigure } from "./picture.ts";
import { table } from "./table.ts";
import { learns, video, type FilmWish } from "./video.ts";
import { words } from "./words.ts";

export type BodyWish = FilmWish & {
  /** Opens the first paragraph: place and day of agency copy. */
  readonly dateline: string;
  /** What is put between two paragraphs well inside the text (an ad), or null. Never within the first three paragraphs. */
  readonly between: Piece | null;
};

/** The text of a story. Every kind of block of story/body.ts is drawn here; nothing else can be in it. */
export function renderBody(body: Body, wish: BodyWish): Piece {
  const level = headingLevels();
  const gap = wish.between === null ? -1 : gapOf(body.content);
  const first = body.content.findIndex((block) => block.type === "paragraph");
  const pieces = body.content.flatMap((block, at) => {
    const dateline = at === first ? datelineOf(wish.dateline) : null;
    const piece = drawBlock(block, { ...wish, level, dateline });
    return at === gap ? [wish.between, "\n", piece, "\n"] : [piece, "\n"];
  });
  return markup`${pieces}${gap === body.content.length && wish.between}`;
}

type Drawing = FilmWish & { readonly level: (wanted: number) => number; readonly dateline: Piece | null };

function drawBlock(block: Block, drawing: Drawing): Piece | null {
  switch (block.type) {
    case "paragraph":
      return markup`<p>${drawing.dateline}${words(block.content)}</p>`;
    case "heading":
      return heading(drawing.level(block.attrs.level), words(block.content));
    case "preformatted":
      return markup`<pre tabindex="0">${words(block.content)}</pre>`;
    case "pull_quote":
      return markup`<figure class="pull hang"><blockquote><p>${words(block.content)}</p></blockquote>${said(block.attrs.by)}</figure>`;
    case "quote":
      return markup`<figure class="quote"><blockquote>${inner(block.content, drawing)}</blockquote>${said(block.attrs.cite)}</figure>`;
    case "note":
      return markup`<aside class="note" aria-label="${plainLine(block.attrs.title) || "Note"}">${block.attrs.title.trim() !== "" && heading(drawing.level(2), markup`${block.attrs.title}`)}${inner(block.content, drawing)}</aside>`;
    case "list":
      return list(block, drawing);
    case "table":
      return table(block);
    case "picture":
      return pictureFigure(block.attrs, { kind: "inside", sizes: "(min-width: 40em) 34.875rem, 100vw" });
    case "video":
      return video(block.attrs, drawing);
    case "embed":
      return embed(block.attrs);
    case "divider":
      return markup`<hr>`;
  }
}

const inner = (blocks: readonly Block[], drawing: Drawing) =>
  blocks.map((block) => drawBlock(block, { ...drawing, dateline: null }));

const said = (who: string) => who.trim() !== "" && markup`<figcaption>${who}</figcaption>`;

const datelineOf = (dateline: string) =>
  dateline.trim() === "" ? null : markup`<b class="dateline">${plainLine(dateline)} –</b> `;

function heading(level: number, text: Piece): Piece {
  if (level === 2) return markup`<h2>${text}</h2>`;
  return level === 3 ? markup`<h3>${text}</h3>` : markup`<h4>${text}</h4>`;
}

/** Partners skip levels of headings; readers who go by headings must not meet a gap. */
function headingLevels(): (wanted: number) => number {
  let last = 1;
  return (wanted) => (last = Math.min(wanted, last + 1));
}

function list({ attrs, content }: List, drawing: Drawing): Piece {
  const items = content.map((item) => markup`<li>${listItem(item, drawing)}</li>`);
  if (!attrs.ordered) return markup`<ul class="list">${items}</ul>`;
  return markup`<ol class="list"${attrs.start !== 1 && markup` start="${attrs.start}"`}>${items}</ol>`;
}

// Most items are one paragraph, which needs no box of its own.
function listItem({ content }: ListItem, drawing: Drawing): Piece | (Piece | null)[] {
  const [first, ...rest] = content;
  if (first?.type !== "paragraph" || rest.some(({ type }) => type === "paragraph"))
    return inner(content, drawing);
  return [words(first.content), ...inner(rest, drawing)];
}

function embed({
  address,
  provider,
  title,
}: {
  address: string;
  provider: string;
  title: string;
}): Piece | null {
  if (!isSafeAddress(address)) return null;
  const by = findProvider(address) ?? provider.trim();
  const name = title.trim() || by || address;
  const from = title.trim() !== "" && by !== "" && markup`<span>${by}</span>`;
  return markup`<figure class="embed"><div class="bare"><a href="${address}" rel="noreferrer">${name}</a>${from}</div><figcaption>${learns(address, by || null)}</figcaption></figure>`;
}

/** Before which block an ad may stand: after four paragraphs, between two paragraphs; else after the text. */
function gapOf(blocks: readonly Block[]): number {
  let paragraphs = 0;
  for (const [at, block] of blocks.entries()) {
    const isBetween = block.type === "paragraph" && blocks[at - 1]?.type === "paragraph";
    if (paragraphs >= 4 && isBetween) return at;
    if (block.type === "paragraph") paragraphs++;
  }
  return blocks.length;
}
