import { existsSync, readFileSync } from "node:fs";
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

const line = z.object({
  file: z.string(),
  checks: z
    .array(
      z.object({
        path: z.array(z.union([z.string(), z.number()])),
        op: z.string(),
        value: z.unknown().optional(),
      }),
    )
    .nullable(),
  response_headers: z.record(z.string(), z.string()).optional(),
});
type Line = z.infer<typeof line>;

/** Those checks of feeds-feedparser that speak of title, link, date, content or author, beside ours. */
export async function checkFeedparser(corpora: string): Promise<Check[]> {
  const folder = join(corpora, "feeds-feedparser");
  const lines = readFileSync(join(folder, "expectations.jsonl"), "utf8").trim().split("\n");
  const checks: Check[] = [];
  for (const each of lines.map((text) => line.parse(JSON.parse(text)))) {
    const mapped = (each.checks ?? []).filter(
      ({ op, path }) => op === "==" && whatOf(path.join(".")) !== null,
    );
    if (mapped.length === 0 || !existsSync(join(folder, each.file))) continue;
    const { contentType, address } = originOf(each);
    const copy = await parseWithFiles(readFileSync(join(folder, each.file)), { contentType, address });
    for (const { path, value } of mapped)
      checks.push(check({ file: each.file, path: path.join("."), value, address }, copy));
  }
  return checks;
}

function originOf({ response_headers }: Line) {
  const headers = new Headers(response_headers ?? {});
  const location = headers.get("content-location") ?? "";
  return {
    contentType: headers.get("content-type"),
    address: /^https?:/.test(location) ? location : "http://127.0.0.1:8097/feed.xml",
  };
}

function whatOf(path: string): Check["what"] | null {
  if (/^(?:feed|entries\.\d+)\.title(?:_detail\.value)?$/.test(path)) return "title";
  if (/^(?:feed|entries\.\d+)\.link$|^entries\.\d+\.links\.\d+\.href$/.test(path)) return "link";
  if (/^entries\.\d+\.(?:published|updated|created|date)_parsed$/.test(path)) return "date";
  if (/^entries\.\d+\.(?:description|summary|summary_detail\.value|content\.\d+\.value)$/.test(path))
    return "content";
  if (/^entries\.\d+\.(?:author|author_detail\.name|authors\.\d+\.name)$/.test(path)) return "author";
  return null;
}

type Wanted = {
  readonly file: string;
  readonly path: string;
  readonly value: unknown;
  readonly address: string;
};

function check({ file, path, value, address }: Wanted, copy: Good | { unreadable: string }): Check {
  const what = whatOf(path) ?? "title";
  const expected = typeof value === "string" ? value : JSON.stringify(value);
  const told = { file: `feeds-feedparser/${file}`, what, expected };
  if ("unreadable" in copy) return { ...told, ours: copy.unreadable, agrees: false };
  if (path.startsWith("feed.")) return { ...told, ...feedAnswer(what, expected, { copy, address }) };
  const item = itemsOf(copy)[Number(path.split(".")[1])];
  return item
    ? { ...told, ...itemAnswer(value, item, { what, address }) }
    : { ...told, ours: "no such item", agrees: false };
}

function feedAnswer(
  what: Check["what"],
  expected: string,
  { copy, address }: { copy: Good; address: string },
) {
  const title = copy.feed?.title ?? "";
  const home = copy.feed?.home ?? null;
  if (what === "title") return { ours: title, agrees: sameText(expected, [title]) };
  return { ours: home ?? "", agrees: sameAddress(expected, [home], address) };
}

function itemAnswer(
  value: unknown,
  item: WireItem,
  { what, address }: { what: Check["what"]; address: string },
) {
  const expected = String(value);
  switch (what) {
    case "title":
      return { ours: item.headline, agrees: sameText(expected, [item.headline]) };
    case "link": {
      const all = [item.source.address, ...item.links.map(({ href }) => href)];
      return { ours: all.join(" "), agrees: sameAddress(expected, all, address) };
    }
    case "date": {
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = z
        .array(z.number())
        .parse(value);
      const times = [item.publishedAt, item.versionCreated, item.firstCreated];
      return {
        ours: times.join(" "),
        agrees: sameInstant(Date.UTC(year, month - 1, day, hour, minute, second), times),
      };
    }
    case "content": {
      const texts = textsOf(item);
      return { ours: texts.join(" | "), agrees: sameText(expected, [...texts, texts.join("")]) };
    }
    case "author": {
      const names = item.byline.map(({ name }) => name);
      return { ours: names.join(", "), agrees: sameText(expected, names) };
    }
  }
}
