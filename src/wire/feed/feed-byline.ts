import { oneLine } from "../../base/text.ts";
import type { Byline } from "../../story/byline.ts";
import { htmlText } from "./html-text.ts";

/** All authors a feed names, each read as printed. One known only by a mail address has no name to print. */
export function bylineOf(authors: readonly string[]): Byline[] {
  const names = authors
    .map((author) => oneLine(htmlText(author)))
    .filter((name) => name !== "" && !/^\S+@\S+$/.test(name));
  return [...new Set(names)].map((name) => ({ name, place: null, role: null }));
}
