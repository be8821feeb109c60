import type { SearchEntry } from "./dialect.ts";

// Limits of the type: a word of 2 KB, 255 places of a word, place 16383 (PostgreSQL manual, "Text Search Limitations").
const lastPlace = 16_383;
const mostPlaces = 255;
const gap = 8;

/**
 * The text form of a vector of words with their places and weights, made by us and not by the engine's own parser,
 * so that both databases find by the same words. Places of two parts lie apart: no phrase runs over the seam.
 */
export function wordVector({ headline, standfirst, people, body }: SearchEntry): string {
  const places = new Map<string, string[]>();
  let at = 0;
  for (const [text, weight] of [
    [headline, "A"],
    [standfirst, "B"],
    [people, "B"],
    [body, "D"],
  ] as const) {
    for (const word of text.split(" ").filter(Boolean)) {
      at += 1;
      const seen = places.get(word) ?? [];
      places.set(word, seen);
      if (at <= lastPlace && seen.length < mostPlaces) seen.push(`${at}${weight}`);
    }
    at += gap;
  }
  return Array.from(places, ([word, seen]) =>
    seen.length > 0 ? `'${word}':${seen.join()}` : `'${word}'`,
  ).join(" ");
}
