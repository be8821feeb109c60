import { markup, type Piece } from "../markup.ts";
import type { Paper } from "../paper.ts";

/** The end of every page: who owns the paper, how it corrects itself, what it does with ads, where copy comes from. */
export const foot = (paper: Paper): Piece =>
  markup`<footer class="foot"><section><h2>Who owns us</h2><p>${paper.owner}</p></section>
<section><h2>Corrections</h2><p>${paper.correctionsPolicy} <a href="/corrections">All corrections</a></p></section>
<section><h2>Advertising</h2><p>${paper.adsPolicy}</p></section>
<section><h2>Partners and feeds</h2><ul><li><a href="/partner">Partners and our agreements</a></li><li><a href="/feed.xml">RSS</a>, <a href="/feed.atom">Atom</a> and <a href="/feed.json">JSON</a> feeds</li></ul></section>
<p class="meta">${paper.name}, ${paper.place}. Established ${paper.established}. Editor: ${paper.editor}.</p></footer>`;
