import { toIso } from "../../base/clock.ts";
import { shorten } from "../../base/text.ts";
import type { Room } from "../chrome.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import type { StoryView } from "../story-view.ts";
import { usualPicture } from "./picture.ts";

/** What a shared link shows. */
export function openGraph(view: StoryView, { paper, origin }: Room): Piece {
  const { copy, state } = view.story;
  const picture = usualPicture(copy.mainPicture);
  // No other site draws an SVG in a card.
  const isShared = picture !== null && picture.type !== "image/svg+xml";
  const image =
    isShared &&
    markup`
<meta property="og:image" content="${origin}${picture.address}"><meta property="og:image:alt" content="${plainLine(copy.mainPicture?.alt ?? "")}">`;
  return markup`
<meta property="og:type" content="article"><meta property="og:site_name" content="${paper.name}">
<meta property="og:title" content="${plainLine(copy.headline)}"><meta property="og:description" content="${shorten(plainLine(copy.standfirst), 300)}">
<meta property="og:url" content="${origin}${view.address}"><meta property="article:published_time" content="${toIso(state.publishedAt)}">
<meta property="article:modified_time" content="${toIso(state.updatedAt)}"><meta property="article:section" content="${view.section.name}">${image}
<meta name="twitter:card" content="${isShared ? "summary_large_image" : "summary"}">`;
}
