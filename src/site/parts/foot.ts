import { joined, markup, type Piece } from "../markup.ts";
import type { Paper } from "../paper.ts";

/**
 * The end of every page: who owns the paper, how it corrects itself, what it does with ads, where copy comes from. What
 * the newsroom has not said yet has no place here, rather than an empty one.
 */
export const foot = (paper: Paper): Piece =>
  markup`<footer class="foot">${said("Who owns us", paper.owner)}<section><h2>Corrections</h2><p>${paper.correctionsPolicy} <a href="/corrections">All corrections</a></p></section>
${said("Advertising", paper.adsPolicy)}<section><h2>Partners and feeds</h2><ul><li><a href="/partner">Partners and our agreements</a></li><li><a href="/feed.xml">RSS</a>, <a href="/feed.atom">Atom</a> and <a href="/feed.json">JSON</a> feeds</li></ul></section>
<p class="meta">${imprint(paper)}</p></footer>`;

const said = (heading: string, words: string): Piece | false =>
  words.trim() !== "" && markup`<section><h2>${heading}</h2><p>${words}</p></section>\n`;

function imprint({ name, place, established, editor }: Paper): Piece {
  const sentences = [
    [name, place].filter((words) => words !== "").join(", "),
    established === "" ? "" : `Established ${established}`,
    editor === "" ? "" : `Editor: ${editor}`,
  ];
  return joined(
    sentences.filter((words) => words !== "").map((words) => `${words}.`),
    " ",
  );
}
