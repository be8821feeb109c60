import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { picturesOf } from "../src/story/body-parts.ts";
import { textOf } from "../src/story/body-text.ts";
import type { Body } from "../src/story/body.ts";
import { parseHtml } from "../src/story/html-tree.ts";
import { textWithin } from "../src/story/html-walk.ts";
import type { PictureUse } from "../src/story/picture.ts";
import { readByline } from "../src/story/read-byline.ts";
import type { WireItem } from "../src/story/wire-item.ts";
import { format } from "../src/wire/formats/web-page.ts";
import { corpora } from "../test/house/corpora.ts";

/** How well one page was read: what was expected against what came out. `f1` is null where no text is expected. */
export type PageFigure = {
  readonly page: string;
  readonly unreadable: string | null;
  readonly title: { readonly expected: string; readonly got: string; readonly same: boolean } | null;
  readonly byline: { readonly expected: string; readonly got: string; readonly same: boolean } | null;
  readonly f1: number | null;
  readonly milliseconds: number;
};

export const readabilityPages = (): string[] =>
  readdirSync(join(corpora, "pages-readability")).filter((name) =>
    existsSync(join(corpora, "pages-readability", name, "source.html")),
  );

/** Reads one page of `pages-readability` and holds it against its expected article. */
export function readabilityFigure(name: string): PageFigure {
  const folder = join(corpora, "pages-readability", name);
  const expected: { title: string | null; byline: string | null } = JSON.parse(
    readFileSync(join(folder, "expected-metadata.json"), "utf8"),
  );
  const text = readFileSync(join(folder, "source.html"), "utf8");
  const { item, unreadable, milliseconds } = read(text, "http://fakehost/test/page.html");
  const wanted = words(textOfHtml(readFileSync(join(folder, "expected.html"), "utf8")));
  return {
    page: name,
    unreadable,
    title: item ? compareTitle(expected.title ?? "", item.headline) : null,
    byline: item ? compareByline(expected.byline ?? "", item) : null,
    f1: wanted.length === 0 || !item ? null : f1(wanted, words(allTextOf(item.body, item.mainPicture))),
    milliseconds,
  };
}

export function read(text: string, address: string) {
  const started = performance.now();
  const parsed = format.parse({ text, contentType: "text/html", address });
  const milliseconds = performance.now() - started;
  if ("unreadable" in parsed) return { item: null, unreadable: parsed.unreadable, milliseconds };
  const [first] = parsed.items;
  return { item: first && "item" in first ? first.item : null, unreadable: null, milliseconds };
}

const compareTitle = (expected: string, got: string) => ({
  expected,
  got,
  same: fold(expected) === fold(got),
});

// Our byline is a list of people; the expected one a line of print. They agree where the line gives the same people.
export function compareByline(expected: string, item: WireItem) {
  const names = readByline(expected).map(({ name }) => fold(name));
  const got = item.byline.map(({ name }) => name);
  return { expected, got: got.join("; "), same: names.join("|") === got.map(fold).join("|") };
}

const fold = (text: string) => text.replace(/\s+/gu, " ").trim().toLowerCase();

// All words of a body, those under pictures and beside quotes too, for the expected text holds them.
export function allTextOf(body: Body, main: PictureUse | null): string {
  const pictures = [...(main ? [main] : []), ...picturesOf(body)];
  const captions = pictures.map((use) => `${use.caption} ${use.credit}`);
  const beside = body.content.map((block) => {
    if (block.type === "quote") return block.attrs.cite;
    if (block.type === "pull_quote") return block.attrs.by;
    if (block.type === "note") return block.attrs.title;
    return block.type === "table" ? block.attrs.caption : "";
  });
  return [textOf(body), ...captions, ...beside].join("\n");
}

function textOfHtml(html: string): string {
  const parsed = parseHtml(html);
  return "root" in parsed ? textWithin(parsed.root) : "";
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Harmonic mean of precision and recall over the words of two texts, each word as often as it stands there. */
function f1(expected: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of got) {
    const count = left.get(word) ?? 0;
    if (count > 0) both += 1;
    left.set(word, count - 1);
  }
  return got.length === 0 || both === 0 ? 0 : (2 * both) / (expected.length + got.length);
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
