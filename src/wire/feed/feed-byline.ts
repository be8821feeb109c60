import type { Byline } from "../../story/byline.ts";
import { readByline } from "../../story/read-byline.ts";
import { htmlText } from "./html-text.ts";

/** All writers a feed names, each author read as a printed byline. One known only by a mail address has no name to print. */
export function bylineOf(authors: readonly string[]): Byline[] {
  const writers = authors.flatMap((author) => namesIn(htmlText(author)));
  return [...new Map(writers.map((writer) => [writer.name, writer])).values()];
}

// In a feed the element says that it is a name; what does not read as a printed byline is a name all the same.
function namesIn(author: string): Byline[] {
  const read = readByline(author);
  const name = author.replace(/[(<[]?\S+@[^\s)>\]]+[)>\]]?/g, "").trim();
  return read.length > 0 || name === "" ? read : [{ name: name.slice(0, 200), place: null, role: null }];
}
