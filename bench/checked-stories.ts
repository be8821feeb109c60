import { globSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Checked } from "../src/desk/check.ts";
import { example, exampleSource } from "../src/desk/example.ts";
import { agreementPresets } from "../src/story/agreement-presets.ts";
import { bodyFromHtml } from "../src/story/body-from-html.ts";
import { readByline } from "../src/story/read-byline.ts";
import { corpora } from "../test/house/corpora.ts";

export type NamedStory = { readonly name: string; readonly checked: Checked };

/** 500 items of prose-news, every tenth or so, as stories taken from a partner's page. */
export function proseStories(): NamedStory[] {
  const folder = join(corpora, "prose-news");
  const items = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl.gz"))
    .flatMap((file) =>
      gunzipSync(readFileSync(join(folder, file)))
        .toString("utf8")
        .trim()
        .split("\n"),
    );
  const every = Math.floor(items.length / 500);
  return items
    .filter((_, at) => at % every === 0)
    .slice(0, 500)
    .map((line) => proseStory(proseItem.parse(JSON.parse(line))));
}

const proseItem = z.object({
  id: z.string(),
  source: z.string(),
  language: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  summary: z.string().nullable(),
  url: z.string(),
  html: z.string(),
});

const proseStory = (item: z.infer<typeof proseItem>): NamedStory => ({
  name: item.id,
  checked: storyOf({
    html: item.html,
    address: item.url,
    sourceName: item.source,
    headline: item.title,
    standfirst: item.summary ?? "",
    names: item.authors,
    language: item.language,
  }),
});

/** The extracted articles of pages-readability, the half of that set which lies open. */
export function pageStories(): NamedStory[] {
  const folder = join(corpora, "pages-readability");
  return globSync("*/expected.html", { cwd: folder })
    .toSorted()
    .map((file) => {
      const name = file.replace("/expected.html", "");
      const html = readFileSync(join(folder, file), "utf8");
      const facts = metadata.parse(
        JSON.parse(readFileSync(join(folder, name, "expected-metadata.json"), "utf8")),
      );
      const checked = storyOf({
        html,
        address: `https://${name}.example/`,
        sourceName: facts.siteName ?? name,
        headline: facts.title ?? "",
        standfirst: facts.excerpt ?? "",
        names: facts.byline ? [facts.byline] : [],
        language: facts.lang ?? "en",
      });
      return { name, checked };
    });
}

const metadata = z.object({
  title: z.string().nullish(),
  byline: z.string().nullish(),
  lang: z.string().nullish(),
  excerpt: z.string().nullish(),
  siteName: z.string().nullish(),
});

type Facts = {
  readonly html: string;
  readonly address: string;
  readonly sourceName: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly names: readonly string[];
  readonly language: string;
};

function storyOf({ html, address, sourceName, headline, standfirst, names, language }: Facts): Checked {
  const { body, removed } = bodyFromHtml(html, { base: address });
  const byline = names.flatMap((name) => readByline(name));
  const source = exampleSource({
    body,
    byline,
    removed,
    headline,
    source: { name: sourceName, address },
  });
  const { copy } = example({ headline, standfirst, byline, language });
  return {
    copy: { ...copy, body },
    source,
    sourceName,
    agreement: agreementPresets.contract,
    form: "full",
  };
}
