import type { Byline } from "../../story/byline.ts";
import { slugOf } from "../../story/slug.ts";
import { joined, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";

/** The page of a writer or account. */
export const personAddress = (name: string): string => `/by/${encodeURIComponent(slugOf(name))}`;

/** "Jennifer Rankin and Pjotr Sauer", each kept apart from what stands beside it (CASES TXT-03). */
export const namesOf = (byline: readonly Byline[]): Piece => listed(byline.map(({ name }) => isolated(name)));

/** A name that may run the other way than what stands beside it. */
export const isolated = (name: string): Piece => {
  const line = plainLine(name);
  // Only where it can matter: a tag around every name is bytes for nothing.
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(line)
    ? markup`<bdi>${line}</bdi>`
    : markup`${line}`;
};

/** "a", "a and b", "a, b and c". */
export function listed(pieces: readonly (Piece | string)[]): Piece {
  if (pieces.length < 2) return markup`${pieces}`;
  return markup`${joined(pieces.slice(0, -1), ", ")} and ${pieces.at(-1)}`;
}

/** The page of everything about a topic. */
export const topicAddress = (topic: string): string => `/topic/${encodeURIComponent(slugOf(topic))}`;
