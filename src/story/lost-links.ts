import type { Body } from "./body.ts";
import { bodyLines } from "./body-lines.ts";
import { linksOf } from "./body-parts.ts";
import { foldStyle } from "./house-style.ts";

export type LostLink = { readonly href: string; readonly text: string };

/** Links of the source whose words still stand in our copy but lead nowhere now. What was cut with its words is no lost link. */
export function lostLinks(source: Body, copy: Body): LostLink[] {
  if (source === copy) return [];
  const kept = new Set(linksOf(copy).map(({ href }) => href));
  const missing = linksOf(source).filter(({ href }) => !kept.has(href));
  if (missing.length === 0) return [];
  const words = bodyLines(copy)
    .map(({ text }) => foldStyle(text))
    .join("\n");
  return missing.filter(({ text }) => text.trim() !== "" && words.includes(foldStyle(text)));
}
