import { countWords } from "../../base/text.ts";
import { furnitureOf } from "./page-furniture.ts";
import { readDateLine } from "./page-date.ts";
import { isByline } from "./page-byline.ts";
import { isParagraph, linesOf, readAccountLine, readReadingTime } from "./page-line.ts";
import { readPictureLine } from "./page-picture.ts";

/** Plain text with the shape of a story's page: marks of a page, or a headline over paragraphs. */
export function isPageText(text: string): boolean {
  if (isOtherKind(text)) return false;
  const lines = linesOf(text.slice(0, enoughText));
  const paragraphs = lines.filter(isParagraph).length;
  const headed =
    lines.findIndex(isHeadline) !== -1 && lines.findIndex(isHeadline) < lines.findIndex(isParagraph);
  const marks = marksIn(lines);
  const oddLines = lines.filter(isOdd).length;
  if (oddLines > lines.length / 4 || tabsIn(text) > lines.length / 2) return false;
  return marks >= 2 || (headed && paragraphs >= 2) || (headed && paragraphs + marks >= 2);
}

// The shape shows in the first hundred thousand characters or not at all.
const enoughText = 100_000;

/** Markup, JSON and wire text with control characters or an agency's header line belong to other formats. */
function isOtherKind(text: string): boolean {
  const start = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  return (
    start === "" ||
    /^[<{[]|^%PDF|^(?:BEGIN|From|Return-Path|Received|MIME-Version):?\s?/u.test(start) ||
    /[\u0000-\u0008\u000E-\u001F\uFFFD]/u.test(start) ||
    /^[a-z]{3}\d{3,4} \d /u.test(start) ||
    /<\/?(?:p|div|html|body|br|span|a|h[1-6])\b[^>]*>/iu.test(start)
  );
}

const isHeadline = (line: string) =>
  countWords(line) >= 3 && line.length <= 250 && !isParagraph(line) && !isOdd(line);

const tabsIn = (text: string) => text.slice(0, enoughText).split("\t").length - 1;

// Lines of code, tables and logs.
const isOdd = (line: string) =>
  /[{};]$|^[#$/\\|<&]|=>|\)\s*\{|^\S+=\S*$|^[a-z_]+(?:\([^)]*\))?:\s|^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d.{3,}|^[^,;]{0,40}([,;][^,;.]{0,40}){5,}$/u.test(
    line,
  );

function marksIn(lines: readonly string[]): number {
  const found = new Set<string>();
  for (const line of lines) {
    const mark = markOf(line);
    if (mark !== null) found.add(mark);
  }
  return found.size;
}

function markOf(line: string): string | null {
  if (line.length > 300) return null;
  if (readReadingTime(line)) return "reading time";
  if (readAccountLine(line)) return "account";
  if (readDateLine(line)) return "date";
  if (readPictureLine(line)) return "picture";
  return furnitureOf(line) ?? (isByline(line) ? "byline" : null);
}
