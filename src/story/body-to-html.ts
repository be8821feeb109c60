import { providerOf } from "./embed-providers.ts";
import { sameMarks } from "./body-line.ts";
import type { Block, Body, Inline, Mark } from "./body.ts";
import type { PictureUse } from "./picture.ts";
import { splitCaption } from "./split-caption.ts";
import type { VideoUse } from "./video.ts";

/** How a body is written outside the site. `pictureAddress` finds the address of a kept file (whole, or own "/…"). */
export type PlainHtml = {
  /** "https://paper.example": put before own addresses ("/…"). */
  readonly origin: string;
  readonly pictureAddress?: (use: PictureUse) => string | null;
};

/**
 * A body as plain HTML for feeds and exports: known elements, every text escaped, no style, script or frame.
 * Embeds are links to what they show; pictures and videos without an address are left out.
 * `bodyFromHtml` of it gives the same body back.
 */
export function bodyToPlainHtml(body: Body, options: PlainHtml): string {
  return blocksToHtml(body.content, options);
}

const blocksToHtml = (blocks: readonly Block[], options: PlainHtml) =>
  blocks.map((block) => blockToHtml(block, options)).join("");

function blockToHtml(block: Block, options: PlainHtml): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${lineToHtml(block.content, options)}</p>`;
    case "heading":
      return `<h${block.attrs.level}>${lineToHtml(block.content, options)}</h${block.attrs.level}>`;
    case "preformatted":
      return `<pre>\n${lineToHtml(block.content, options)}</pre>`;
    case "pull_quote":
      return `<blockquote class="pull-quote"><p>${lineToHtml(block.content, options)}</p>${cite(block.attrs.by)}</blockquote>`;
    case "quote":
      return `<blockquote>${blocksToHtml(block.content, options)}${cite(block.attrs.cite)}</blockquote>`;
    case "note":
      return `<aside>${noteTitle(block.attrs.title, block.content)}${blocksToHtml(block.content, options)}</aside>`;
    case "list":
      return listToHtml(block, options);
    case "table":
      return tableToHtml(block, options);
    case "picture":
      return pictureToHtml(block.attrs, options);
    case "video":
      return videoToHtml(block.attrs, options);
    case "embed":
      return embedToHtml(block.attrs, options);
    case "divider":
      return "<hr>";
  }
}

const cite = (by: string) => (by === "" ? "" : `<cite>${escapeHtml(by)}</cite>`);

// An empty title is written where the first block would be taken for one.
const noteTitle = (title: string, [first]: readonly Block[]) =>
  title !== "" || first?.type === "heading" || first?.type === "quote" || first?.type === "pull_quote"
    ? `<h4>${escapeHtml(title)}</h4>`
    : "";

function listToHtml({ attrs, content }: Extract<Block, { type: "list" }>, options: PlainHtml): string {
  const name = attrs.ordered ? "ol" : "ul";
  const start = attrs.ordered && attrs.start !== 1 ? ` start="${attrs.start}"` : "";
  const items = content.map((item) => `<li>${blocksToHtml(item.content, options)}</li>`).join("");
  return `<${name}${start}>${items}</${name}>`;
}

function tableToHtml({ attrs, content }: Extract<Block, { type: "table" }>, options: PlainHtml): string {
  const caption = attrs.caption === "" ? "" : `<caption>${escapeHtml(attrs.caption)}</caption>`;
  const rows = content.map(
    (row) => `<tr>${row.content.map((cell) => cellToHtml(cell, options)).join("")}</tr>`,
  );
  return `<table role="table">${caption}<tbody>${rows.join("")}</tbody></table>`;
}

type Cell = Extract<Block, { type: "table" }>["content"][number]["content"][number];
function cellToHtml({ attrs, content }: Cell, options: PlainHtml): string {
  const name = attrs.head ? "th" : "td";
  const across = attrs.across === 1 ? "" : ` colspan="${attrs.across}"`;
  const down = attrs.down === 1 ? "" : ` rowspan="${attrs.down}"`;
  return `<${name}${across}${down}>${lineToHtml(content, options)}</${name}>`;
}

function pictureToHtml(use: PictureUse, options: PlainHtml): string {
  const address = (use.picture === null ? null : options.pictureAddress?.(use)) ?? use.address;
  if (address === null) return "";
  const size = `${use.width === null ? "" : ` width="${use.width}"`}${use.height === null ? "" : ` height="${use.height}"`}`;
  const img = `<img src="${escapeHtml(whole(address, options))}" alt="${escapeHtml(use.alt)}"${size}>`;
  return `<figure>${img}${figcaption(use.caption, use.credit)}</figure>`;
}

// The credit has an element of its own; an empty one where the wording of the caption would be split.
function figcaption(caption: string, credit: string): string {
  if (caption === "" && credit === "") return "";
  const needsCredit = credit !== "" || splitCaption(caption).credit !== "";
  return `<figcaption>${escapeHtml(caption)}${needsCredit ? ` <small>${escapeHtml(credit)}</small>` : ""}</figcaption>`;
}

function videoToHtml(video: VideoUse, options: PlainHtml): string {
  if (video.address === null) return "";
  const poster = video.poster === null ? "" : ` poster="${escapeHtml(whole(video.poster, options))}"`;
  const title = video.title === "" ? "" : ` title="${escapeHtml(video.title)}"`;
  const element = `<video src="${escapeHtml(whole(video.address, options))}"${poster}${title} controls preload="none"></video>`;
  return `<figure>${element}${figcaption("", video.credit)}</figure>`;
}

function embedToHtml(
  { address, title }: Extract<Block, { type: "embed" }>["attrs"],
  options: PlainHtml,
): string {
  const href = whole(address, options);
  const words = title === "" ? href : title;
  return `<figure class="embed" title="${escapeHtml(providerOf(href))}"><a href="${escapeHtml(href)}">${escapeHtml(words)}</a></figure>`;
}

// Marks are opened and closed so that a link over several pieces stays one link.
function lineToHtml(line: readonly Inline[] | undefined, options: PlainHtml): string {
  let html = "";
  let open: Mark[] = [];
  for (const piece of line ?? []) {
    const marks = piece.type === "hard_break" ? open : (piece.marks ?? []).toReversed();
    const kept = open.findIndex((mark, at) => !sameMarks([mark], marks.slice(at, at + 1)));
    const still = kept === -1 ? open : open.slice(0, kept);
    html += closing(open.slice(still.length));
    html += marks
      .slice(still.length)
      .map((mark) => opening(mark, options))
      .join("");
    html += piece.type === "hard_break" ? "<br>" : escapeHtml(piece.text);
    open = [...marks];
  }
  return html + closing(open);
}

const elements = { strong: "strong", em: "em", code: "code", strike: "s", sub: "sub", sup: "sup", link: "a" };

const opening = (mark: Mark, options: PlainHtml) =>
  mark.type === "link"
    ? `<a href="${escapeHtml(whole(mark.attrs.href, options))}">`
    : `<${elements[mark.type]}>`;

const closing = (marks: readonly Mark[]) =>
  marks
    .toReversed()
    .map((mark) => `</${elements[mark.type]}>`)
    .join("");

const whole = (address: string, { origin }: PlainHtml) =>
  /^\/(?![/\\])/.test(address) ? `${origin}${address}` : address;

const escapeHtml = (text: string) =>
  /[&<>"'\u00a0\r]/.test(text) ? text.replace(/[&<>"'\r]/g, reference) : text;

const reference = (letter: string) =>
  ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;" })[letter] ?? letter;
