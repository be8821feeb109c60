import { countWords } from "../../base/text.ts";
import { isByline } from "./page-byline.ts";
import { furnitureOf } from "./page-furniture.ts";
import { readDateLine } from "./page-date.ts";
import { isParagraph, linesOf, readAccountLine, readReadingTime } from "./page-line.ts";
import { readCreditLine, readPictureLine } from "./page-picture.ts";
import { blankPage, drop, type PageRead } from "./page-read.ts";
import { readBodyLine, takePicture } from "./read-body.ts";
import { readHeadLine } from "./read-head.ts";

/** Reads the lines of a pasted page from the top; what is not part of the story is left out and reported. */
export function readPage(text: string): PageRead {
  const page = blankPage();
  const lines = linesOf(text);
  for (const [at, line] of lines.entries()) {
    const rest = { next: lines[at + 1] ?? "", after: () => wordsAfter(lines, at) };
    if (readMark(page, line) || readPicture(page, { line, before: lines[at - 1] ?? "", ...rest })) continue;
    if (!page.bodyBegun && readHeadLine(page, line, rest)) continue;
    readBodyLine(page, line, rest);
  }
  return page;
}

// What of the next lines may belong to the story; furniture between them says nothing.
const wordsAfter = (lines: readonly string[], at: number) =>
  lines
    .slice(at + 1, at + 16)
    .filter(
      (line) => furnitureOf(line) === null && readDateLine(line) === null && readPictureLine(line) === null,
    )
    .slice(0, 6);

/** Lines that say what they are wherever they stand. */
function readMark(page: PageRead, line: string): boolean {
  return (
    readTime(page, line) ||
    readAccount(page, line) ||
    readFurniture(page, line) ||
    readDate(page, line) ||
    readCredit(page, line)
  );
}

function readTime(page: PageRead, line: string): boolean {
  const found = page.bodyBegun ? null : readReadingTime(line);
  if (!found) return false;
  page.minutes = found.minutes;
  page.section ??= found.section ?? shortHeadline(page);
  drop(page, "reading time", line);
  return true;
}

// "Europe" on a line of its own above "5 min read" was taken for a headline.
function shortHeadline(page: PageRead): string | null {
  const { headline } = page;
  if (headline === "" || countWords(headline) > 3 || page.standfirst !== "") return null;
  page.headline = "";
  return headline;
}

function readAccount(page: PageRead, line: string): boolean {
  const found = readAccountLine(line);
  if (!found || (page.bodyBegun && isParagraph(line))) return false;
  if (found.avatar) {
    page.handler ??= found.author;
    drop(page, "page furniture", "avatar");
  } else page.author ??= found.author;
  page.source ??= found.source;
  return true;
}

function readFurniture(page: PageRead, line: string): boolean {
  const what = furnitureOf(line);
  if (what === null) return false;
  page.inRelated = what === "related" || (page.inRelated && what !== "advertisement");
  drop(page, what, line);
  return true;
}

function readDate(page: PageRead, line: string): boolean {
  const found = readDateLine(line);
  if (!found) return false;
  page.publishedAt ??= found.at;
  page.dates.push(line);
  drop(page, "date", line);
  return true;
}

function readCredit(page: PageRead, line: string): boolean {
  const name = readCreditLine(line);
  if (name !== null) page.pendingCredit = name;
  return name !== null;
}

type Around = { readonly line: string; readonly before: string; readonly next: string };

/**
 * A picture's line printed twice, once for what it shows and once as its caption: with the credit in both, in
 * the second only, or in none. The first makes the picture, the second is reported.
 */
function readPicture(page: PageRead, { line, before, next }: Around): boolean {
  if (isByline(line) || line === page.headline) return false;
  const { caption, credit } = captionOf(line);
  if (page.mainPicture?.alt && isSameCaption(line, before) && isSameCaption(line, page.mainPicture.alt)) {
    drop(page, "doubled caption", line);
    return true;
  }
  const opens = !page.bodyBegun && page.headline !== "" && page.mainPicture === null;
  if (opens && isSameCaption(line, next)) {
    takePicture(page, { caption, credit: credit || captionOf(next).credit }, caption);
    return true;
  }
  if (readPictureLine(line) === null) return false;
  takePicture(page, { caption, credit }, "");
  return true;
}

const captionOf = (line: string) => readPictureLine(line) ?? { caption: line, credit: "" };

const isSameCaption = (one: string, other: string) =>
  captionOf(one).caption.replace(/[.…]$/u, "") === captionOf(other).caption.replace(/[.…]$/u, "");
