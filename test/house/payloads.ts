import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpora } from "./corpora.ts";

// Hostile mark-up from the corpora, and generated. Inert as data: nothing here runs or fetches anything.

/** Every payload of the sanitizer corpora, the attack lists, the feed cases and the naughty strings, once each. */
export function corpusPayloads(): string[] {
  return [
    ...new Set([
      ...jsonPayloads("html-sanitizer/dompurify.json", "payload"),
      ...jsonPayloads("html-sanitizer/html5lib-python.json", "input"),
      ...jsonPayloads("html-sanitizer/loofah.json", "input"),
      ...filesIn("html-sanitizer/bleach/*.test"),
      ...filesIn("html-sanitizer/*.html"),
      ...filesIn("payload-lists/xss/*.txt").flatMap((text) => text.split(/\r?\n/)),
      ...filesIn("feeds-feedparser/wellformed/sanitize/*.xml").map(escapedInside),
      ...naughtyStrings(),
    ]),
  ].filter((each) => each.trim() !== "");
}

export const naughtyStrings = (): string[] =>
  JSON.parse(readFileSync(join(corpora, "payload-lists/naughty-strings.json"), "utf8"));

function jsonPayloads(file: string, field: string): string[] {
  const cases: Record<string, string>[] = JSON.parse(readFileSync(join(corpora, file), "utf8"));
  return cases.flatMap((each) => (typeof each[field] === "string" ? [each[field]] : []));
}

const filesIn = (pattern: string): string[] =>
  globSync(pattern, { cwd: corpora }).map((file) => readFileSync(join(corpora, file), "utf8"));

// The HTML that a feed carries escaped, as a reader would hand it on.
const escapedInside = (xml: string) =>
  xml
    .replace(/^<!--[\s\S]*?-->/, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
