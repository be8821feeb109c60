import { assetAddress } from "../assets.ts";
import type { Room } from "../chrome.ts";
import { raw } from "../../base/html.ts";
import { finished, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { styleOf, type StyleKind } from "../style.ts";
import { foot } from "./foot.ts";
import { masthead, nameplate, type Ears } from "./masthead.ts";

/** Who may list a page: null = everybody; else what is asked of robots, of all or of news robots only. */
export type Robots = "noindex" | "noindex-news" | null;

export type Head = {
  readonly title: string;
  /** One sentence for search results and shared links. */
  readonly says: string;
  readonly style: StyleKind;
  /** The absolute address this page is to be known by; null where there is none (then `robots` says noindex). */
  readonly canonical: string | null;
  readonly robots: Robots;
  /** Slug and tone of the section it belongs to. */
  readonly section?: { readonly slug: string; readonly tone: string };
  /** Where its feeds lie: "" for the front, "/news", "/by/ines-caldera". */
  readonly feeds?: string;
  /** What the skip link leads to: "the story". */
  readonly skip: string;
  readonly ears?: Ears;
  /** Open Graph, structured data. */
  readonly extras?: Piece;
};

/** A whole page, ready to send: the head, the masthead, what is its own, the foot. No script, nothing from elsewhere. */
export function page(head: Head, room: Room, content: Piece): string {
  const { paper, chrome } = room;
  const wish = { paper, chrome, current: head.section?.slug ?? null };
  return finished(markup`<!DOCTYPE html>
<html lang="${paper.language}" dir="${paper.direction}"><head>${headOf(head, room)}</head>
<body${head.section && markup` class="${head.section.tone}"`}><a class="skip" href="#main">Skip to ${head.skip}</a>
${head.ears ? nameplate(wish, head.ears) : masthead(wish)}
${content}
${foot(paper)}
</body></html>
`);
}

const headOf = (head: Head, { paper }: Room): Piece =>
  markup`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plainLine(head.title)}</title>
<meta name="description" content="${plainLine(head.says)}">${robotsOf(head.robots)}
<meta name="color-scheme" content="light dark">${head.canonical !== null && markup`<link rel="canonical" href="${head.canonical}">`}
<style>${raw(styleOf(head.style))}</style>
<link rel="icon" href="${assetAddress("desk.svg")}" type="image/svg+xml">
<link rel="search" href="/opensearch.xml" type="application/opensearchdescription+xml" title="${paper.name}">${feedLinks(head)}${head.extras}`;

function robotsOf(robots: Robots): Piece | null {
  if (robots === "noindex") return markup`<meta name="robots" content="noindex">`;
  if (robots === "noindex-news") return markup`<meta name="googlebot-news" content="noindex">`;
  return null;
}

function feedLinks({ feeds, title }: Head): Piece | null {
  if (feeds === undefined) return null;
  return markup`<link rel="alternate" href="${feeds}/feed.xml" type="application/rss+xml" title="${plainLine(title)}">`;
}
