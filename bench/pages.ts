import { readFileSync, readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { bodyFromHtml } from "../src/story/body-from-html.ts";
import { join } from "node:path";
import { body as schema } from "../src/story/body.ts";
import { readTameHtml } from "../src/story/html-tame.ts";
import { textOf } from "../src/story/body-text.ts";
import { corpora, hasCorpora, median, read, readabilityFigure, readabilityPages } from "./page-figures.ts";

// Reads the open half of the page corpora and says what agrees.

/** Where we differ on purpose, and why. */
const onPurpose: Readonly<Record<string, string>> = {
  "005-unescape-html-entities": "three words are no story",
  "firefox-nightly-blog": "og:title is the headline; the name of the site is not part of it",
  "invalid-attributes": "eight words are no story",
  ol: "no headline anywhere",
  "js-link-replacement": "nine words are no story",
  "title-en-dash": "only the wording of the title could tell, and a headline may end like that",
  "v8-blog": "og:title is the headline as printed",
};

/** The section on saved web pages; null where the corpora are absent. */
export const pagesSection = (): string | null =>
  hasCorpora
    ? ["## Web pages", "", ...readabilitySection(), "", ...postlightSection(), "", ...bodySection()].join(
        "\n",
      )
    : null;

function readabilitySection(): string[] {
  const figures = readabilityPages().map(readabilityFigure);
  const scores = figures.flatMap(({ f1 }) => (f1 === null ? [] : [f1]));
  const share = (values: readonly ({ same: boolean } | null)[]) => {
    const judged = values.filter((value) => value !== null);
    return `${judged.filter(({ same }) => same).length} of ${judged.length}`;
  };
  const differences = figures.flatMap((figure) =>
    [
      figure.unreadable === null ? "" : `unreadable: ${figure.unreadable}`,
      figure.title?.same === false ? `title “${figure.title.got}” for “${figure.title.expected}”` : "",
      figure.byline?.same === false ? `byline “${figure.byline.got}” for “${figure.byline.expected}”` : "",
      figure.f1 !== null && figure.f1 < 0.95 ? `text F1 ${figure.f1.toFixed(3)}` : "",
    ]
      .filter(Boolean)
      .map((what) => `| ${figure.page} | ${what} | ${onPurpose[figure.page] ?? ""} |`),
  );
  return [
    `\`pages-readability\`, ${figures.length} pages: title ${share(figures.map(({ title }) => title))}, byline ${share(figures.map(({ byline }) => byline))}, ` +
      `text F1 median ${median(scores).toFixed(3)}, mean ${(scores.reduce((sum, each) => sum + each, 0) / scores.length).toFixed(3)}, lowest ${Math.min(...scores).toFixed(3)}; ` +
      `median ${median(figures.map(({ milliseconds }) => milliseconds)).toFixed(1)} ms a page.`,
    "",
    "| page | difference | why on purpose |",
    "| --- | --- | --- |",
    ...differences,
  ];
}

function postlightSection(): string[] {
  const folder = join(corpora, "pages-postlight");
  const expected: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(folder, "expected.json"), "utf8"),
  );
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => postlightRow(file, readFileSync(join(folder, file), "utf8"), expected[file] ?? {}));
  return [
    "`pages-postlight`:",
    "",
    "| page | title | author | date | lead picture | first words |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows,
  ];
}

function postlightRow(file: string, text: string, expected: Record<string, string>): string {
  const { item, unreadable } = read(text, expected["url"] ?? "https://page.example/story");
  if (!item) return `| ${file} | ${unreadable ?? ""} | | | | |`;
  const mark = (name: string, got: string, same: boolean) =>
    expected[name] === undefined ? "–" : same ? "yes" : `no: ${got.slice(0, 80)}`;
  const body = textOf(item.body).replace(/\s+/g, " ");
  const first = (expected["content_first_13_words"] ?? "").replace(/\s+/g, " ");
  const published = item.publishedAt === null ? "" : new Date(item.publishedAt).toISOString();
  const byline = item.byline.map(({ name }) => name).join("; ");
  return `| ${file} | ${mark("title", item.headline, item.headline === expected["title"])} | ${mark("author", byline, byline === expected["author"])} | ${mark("date_published", published, published === expected["date_published"])} | ${mark("lead_image_url", item.mainPicture?.address ?? "", item.mainPicture?.address === expected["lead_image_url"])} | ${mark("content_first_13_words", body, body.startsWith(first))} |`;
}

// Processor time, so that what else the machine does counts little; the median of nine rounds after one to warm up.
function bodySection(): string[] {
  const items = proseItems();
  const fives = items.reduce((sum, { html }) => sum + html.length, 0) / 5000;
  const bodies = items.map(({ html, url }) => bodyFromHtml(html, { base: url }).body);
  const tame = items.filter(({ html }) => readTameHtml(html) !== null).length;
  const read = perFive(fives, () => items.forEach(({ html, url }) => bodyFromHtml(html, { base: url })));
  const stored = perFive(fives, () => bodies.forEach((body) => schema.parse(body)));
  return [
    `Body, ${items.length} items of \`prose-news\`: HTML to blocks ${read.toFixed(0)} µs of processor time per 5,000 characters (${tame} of ${items.length} items by the short way), a stored body read by its schema ${stored.toFixed(0)} µs.`,
  ];
}

function perFive(fives: number, run: () => void): number {
  run();
  const rounds = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / fives;
  });
  return median(rounds);
}

function proseItems(): { html: string; url: string }[] {
  const folder = join(corpora, "prose-news");
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl.gz"));
  const lines = files.flatMap((file) =>
    gunzipSync(readFileSync(join(folder, file)))
      .toString()
      .trim()
      .split("\n"),
  );
  return lines.filter((_, at) => at % 8 === 0).map((line) => JSON.parse(line));
}
