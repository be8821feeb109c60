import { markup, type Piece } from "../markup.ts";

/** The feeds of a list; `base` is "" for the whole paper, "/news", "/by/ines-caldera". */
export const follow = (base: string, what: string): Piece =>
  markup`<section class="fixes" aria-labelledby="follow"><h2 id="follow">Follow ${what}</h2><ul class="follow"><li><a href="${base}/feed.xml">RSS</a></li><li><a href="${base}/feed.atom">Atom</a></li><li><a href="${base}/feed.json">JSON Feed</a></li></ul></section>\n`;
