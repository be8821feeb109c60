import type { Byline } from "../../story/byline.ts";
import { slugOf } from "../../story/slug.ts";
import { joined, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";

/** The page of a writer or account; null for a name no address can be made of (one in a script without Latin letters). */
export const personAddress = (name: string): string | null => under("/by", name);

/** The page of everything about a topic; null as above. */
export const topicAddress = (topic: string): string | null => under("/topic", topic);

// slugOf gives this to all text it can make nothing of: one page would mix up everybody so named.
const nobody = slugOf("");

function under(folder: string, text: string): string | null {
  const slug = slugOf(text);
  return slug === nobody ? null : `${folder}/${encodeURIComponent(slug)}`;
}

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
function listed(pieces: readonly (Piece | string)[]): Piece {
  if (pieces.length < 2) return markup`${pieces}`;
  return markup`${joined(pieces.slice(0, -1), ", ")} and ${pieces.at(-1)}`;
}

/** The words, leading somewhere where there is somewhere to go. */
export const linkedTo = (address: string | null, words: Piece | string): Piece =>
  address === null ? markup`${words}` : markup`<a href="${address}">${words}</a>`;
