import { linkedTo, topicAddress } from "./names.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";

/** What a story is about, each leading to the other stories about it. */
export function topics(all: readonly string[]): Piece | null {
  if (all.length === 0) return null;
  const items = all.map((topic) => markup`<li>${linkedTo(topicAddress(topic), plainLine(topic))}</li>`);
  return markup`<nav class="topics" aria-labelledby="topics"><ul><li><h2 id="topics">Topics</h2></li>${items}</ul></nav>\n`;
}
