import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { WireItem } from "../../src/story/wire-item.ts";
import {
  itemsOf,
  parseWithFiles,
  sameAddress,
  sameInstant,
  sameText,
  textsOf,
  type Check,
  type Good,
} from "./agreement.ts";

// The expected files of feeds-gofeed and feeds-feedsmith: their RSS, Atom, JSON and common models in one loose shape.
const text = z.string().optional().catch(undefined);
const words = z
  .union([z.string(), z.object({ value: z.string() }).transform(({ value }) => value)])
  .optional()
  .catch(undefined);
const person = z.looseObject({ name: text });
const link = z.union([z.string(), z.looseObject({ href: text, rel: text })]);
const item = z.looseObject({
  title: words,
  link: text,
  url: text,
  links: z.array(link).optional().catch(undefined),
  description: text,
  summary: words,
  content: words,
  content_html: text,
  content_text: text,
  publishedParsed: text,
  pubDateParsed: text,
  updatedParsed: text,
  author: z.union([person, text]).optional().catch(undefined),
  authors: z.array(person).optional().catch(undefined),
});
const feed = z.looseObject({
  title: words,
  link: text,
  home_page_url: text,
  items: z.array(item).optional().catch(undefined),
  entries: z.array(item).optional().catch(undefined),
});
type Item = z.infer<typeof item>;

const base = "http://base.test/feeds/";

/** Every expected value of title, link, date, content and author, beside ours. */
export async function checkExpectedFiles(corpora: string, set: string): Promise<Check[]> {
  const folder = join(corpora, set);
  const files = globSync("**/*.{xml,json}", { cwd: folder }).filter(
    (file) => !file.endsWith("_expected.json"),
  );
  const checks: Check[] = [];
  for (const file of files.toSorted()) {
    const expected = expectedOf(folder, file);
    if (expected === null) continue;
    const copy = await parseWithFiles(readFileSync(join(folder, file)), { contentType: null, address: base });
    if ("unreadable" in copy) {
      checks.push({
        file: `${set}/${file}`,
        what: "title",
        expected: "a feed",
        ours: copy.unreadable,
        agrees: false,
      });
    } else checks.push(...checkFeed(`${set}/${file}`, expected, copy));
  }
  return checks;
}

function expectedOf(folder: string, file: string): z.infer<typeof feed> | null {
  const beside = file.endsWith(".json")
    ? file.replace(/\.json$/, "_expected.json")
    : file.replace(/\.xml$/, ".json");
  if (globSync(beside, { cwd: folder }).length === 0 || file.startsWith("opml")) return null;
  const read = feed.safeParse(JSON.parse(readFileSync(join(folder, beside), "utf8")));
  return read.success ? read.data : null;
}

function checkFeed(file: string, expected: z.infer<typeof feed>, copy: Good): Check[] {
  const checks: Check[] = [];
  const add = (
    what: Check["what"],
    wanted: string | undefined,
    ours: string,
    agrees: (wanted: string) => boolean,
  ) => {
    if (wanted !== undefined && wanted.trim() !== "") {
      checks.push({ file, what, expected: wanted, ours, agrees: agrees(wanted) });
    }
  };
  add("title", expected.title, copy.feed?.title ?? "", (wanted) =>
    sameText(wanted, [copy.feed?.title ?? ""]),
  );
  const home = expected.link ?? expected.home_page_url;
  if (isLink(home)) {
    add("link", home, copy.feed?.home ?? "", (wanted) =>
      sameAddress(wanted, [copy.feed?.home ?? null], base),
    );
  }
  const items = itemsOf(copy);
  for (const [at, wanted] of (expected.items ?? expected.entries ?? []).entries()) {
    const ours = items[at];
    if (ours) checkItem(wanted, ours, add);
    else add("title", wanted.title, "no such item", () => false);
  }
  return checks;
}

type Add = (
  what: Check["what"],
  wanted: string | undefined,
  ours: string,
  agrees: (wanted: string) => boolean,
) => void;

function checkItem(wanted: Item, ours: WireItem, add: Add): void {
  add("title", wanted.title, ours.headline, (text) => sameText(text, [ours.headline]));
  const first = wanted.links?.find(
    (each) => typeof each === "string" || (each.rel ?? "alternate") === "alternate",
  );
  const address = wanted.link ?? wanted.url ?? (typeof first === "string" ? first : first?.href);
  if (isLink(address)) {
    const all = [ours.source.address, ...ours.links.map(({ href }) => href)];
    add("link", address, ours.source.address ?? "", (text) => sameAddress(text, all, base));
  }
  const texts = textsOf(ours);
  for (const text of [
    wanted.description,
    wanted.summary,
    wanted.content,
    wanted.content_html,
    wanted.content_text,
  ]) {
    add("content", text, texts.join(" | "), (each) => sameText(each, texts));
  }
  const times = [ours.publishedAt, ours.versionCreated, ours.firstCreated];
  for (const date of [wanted.publishedParsed, wanted.pubDateParsed, wanted.updatedParsed]) {
    add("date", date, times.join(" "), (each) => sameInstant(Date.parse(each), times));
  }
  const names = (wanted.authors ?? []).map(({ name }) => name);
  for (const name of names) {
    add("author", name, ours.byline.map((each) => each.name).join(", "), (each) =>
      sameText(
        each,
        ours.byline.map((writer) => writer.name),
      ),
    );
  }
}

// Test files write words where addresses belong; only what may be an address is compared as one.
const isLink = (address: string | undefined): address is string =>
  address !== undefined && /^(?:https?:|\/|\w+\.\w+)/.test(address);
