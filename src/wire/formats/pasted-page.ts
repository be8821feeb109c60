import { hash } from "node:crypto";
import { countWords } from "../../base/text.ts";
import { textOfLine } from "../../story/body-text.ts";
import { readByline } from "../../story/read-byline.ts";
import { bareItem, type WireItem } from "../../story/wire-item.ts";
import type { CopyText, Parsed, WireFormat } from "../format.ts";
import { isPageText } from "../pasted/is-page-text.ts";
import type { PageRead } from "../pasted/page-read.ts";
import { readPage } from "../pasted/read-page.ts";

/** Text pasted from a story's page, as `seed/article-page.txt`: no markup, the page's own furniture among it. */
export const format: WireFormat = {
  name: "pasted-page",
  recognises: ({ text }) => isPageText(text),
  parse,
};

function parse(copy: CopyText): Parsed {
  const page = readPage(copy.text);
  if (page.headline === "")
    return {
      unreadable: "The pasted text has no headline above its first paragraph; paste it with the headline.",
    };
  if (!page.blocks.some(isText))
    return {
      unreadable: "The pasted text has a headline but no paragraph of a story; paste the whole page.",
    };
  return { items: [{ item: itemOf(page, copy) }], feed: null, damage: null };
}

const fewWords = 8;

const isText = (block: PageRead["blocks"][number]) =>
  block.type === "paragraph" && countWords(textOfLine(block.content)) >= fewWords;

function itemOf(page: PageRead, { text, address }: CopyText): WireItem {
  const byline = page.byline.length > 0 || page.author === null ? page.byline : readByline(page.author);
  const sum = (words: string) => hash("sha256", words, "hex").slice(0, 32);
  return {
    ...bareItem,
    // A pasted page names no id: its words above the text stand for the story, all its words for the version.
    stableKey:
      address ?? `page:${sum([page.source, page.headline, page.standfirst].join("\n").toLowerCase())}`,
    versionKey: sum(text.replace(/\s+/gu, " ").trim()),
    headline: page.headline,
    standfirst: page.standfirst,
    byline,
    body: { type: "doc", content: page.blocks },
    mainPicture: page.mainPicture,
    handler: page.handler ?? (page.byline.length > 0 ? page.author : null),
    section: page.section,
    source: { name: page.source, address },
    credit: page.source ?? "",
    publishedAt: page.publishedAt,
    removed: page.removed,
    unmapped: unmappedOf(page),
  };
}

const unmappedOf = ({ minutes, dates, kicker }: PageRead) => ({
  ...(minutes === null ? {} : { readingMinutes: minutes }),
  ...(dates.length === 0 ? {} : { dates }),
  ...(kicker === null ? {} : { kicker }),
});
