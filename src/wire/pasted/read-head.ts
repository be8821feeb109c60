import { countWords } from "../../base/text.ts";
import { isRole } from "../../story/byline-words.ts";
import { readByline } from "../../story/read-byline.ts";
import { isByline, opensByline, withoutOtherParts } from "./page-byline.ts";
import { endsSentence, isParagraph } from "./page-line.ts";
import { drop, type PageRead } from "./page-read.ts";

export type Rest = { readonly next: string; readonly after: () => readonly string[] };

/** Reads a line above the text: label, headline, byline, standfirst. False when the text begins with it. */
export function readHeadLine(page: PageRead, line: string, rest: Rest): boolean {
  if (page.headline === "") return readHeadline(page, line, rest);
  if (line === page.headline || line.startsWith(`${page.headline} | `)) {
    drop(page, "doubled headline", line);
    return true;
  }
  if (isByline(line) && (page.byline.length === 0 || opensByline(line))) {
    takeByline(page, line);
    return true;
  }
  if (readRole(page, line)) return true;
  if (page.standfirst === "" && isStandfirst(line, rest)) {
    page.standfirst = line;
    return true;
  }
  return false;
}

function readHeadline(page: PageRead, line: string, { next, after }: Rest): boolean {
  if (isBreadcrumb(line)) {
    page.section ??= line.split(breadcrumb).at(-1)?.trim() ?? null;
    drop(page, "navigation", line);
    return true;
  }
  if (opensByline(line) && isByline(line)) {
    takeByline(page, line);
    return true;
  }
  if (isLabel(line, after())) {
    takeLabel(page, line, next);
    return true;
  }
  if (line.length > 250 || (isParagraph(line) && (line.length > 160 || /[.。]["”’]?$/u.test(line))))
    return false;
  page.headline = line.replace(/\s[|]\s[^|]{2,40}$/u, "");
  return true;
}

// A short line while the headline is still to come.
const isLabel = (line: string, after: readonly string[]) =>
  countWords(line) <= 3 &&
  !endsSentence(line) &&
  after.some((each) => countWords(each) >= 4 && !isParagraph(each));

/** The first label is the section, the one right above the headline its kicker, the rest the page's navigation. */
function takeLabel(page: PageRead, line: string, next: string): void {
  if (page.section === null) page.section = line;
  else if (line !== page.section && page.kicker === null && countWords(next) >= 4) page.kicker = line;
  else drop(page, "navigation", line);
}

// "Political editor" on the line below the name.
function readRole(page: PageRead, line: string): boolean {
  const last = page.byline.at(-1);
  if (!last || last.role !== null || countWords(line) > 5 || endsSentence(line) || !isRole(line))
    return false;
  page.byline = page.byline.with(-1, { ...last, role: line });
  return true;
}

// A page often names its writer twice; the fuller line, with places, is the byline.
function takeByline(page: PageRead, line: string): void {
  const read = readByline(withoutOtherParts(line));
  const places = (writers: PageRead["byline"]) => writers.filter(({ place }) => place !== null).length;
  if (page.byline.length > 0) drop(page, "doubled byline", line);
  if (read.length > page.byline.length || places(read) > places(page.byline)) page.byline = read;
}

const breadcrumb = /\s+[>›»/]\s+/u;
const isBreadcrumb = (line: string) => line.length <= 100 && line.split(breadcrumb).length >= 2;

// A standfirst seldom ends in a full stop; where it does, the byline that follows tells it from the text.
function isStandfirst(line: string, { after }: Rest): boolean {
  if (line.length > 450 || countWords(line) < 5 || !after().some(isParagraph)) return false;
  return !endsSentence(line) || (line.length <= 300 && after().slice(0, 2).some(isByline));
}
