import { countWords } from "../../base/text.ts";
import type { Block, ListItem } from "../../story/body.ts";
import { readByline } from "../../story/read-byline.ts";
import { isByline, opensByline } from "./page-byline.ts";
import { endsSentence, isParagraph, isVideoTitle } from "./page-line.ts";
import { placeholder } from "./page-picture.ts";
import { drop, type PageRead } from "./page-read.ts";

/** Reads a line of the text into its block. */
export function readBodyLine(page: PageRead, line: string, { next }: { readonly next: string }): void {
  if (page.inRelated && isTitle(line)) {
    drop(page, "related", line);
    return;
  }
  page.inRelated = false;
  if (page.byline.length === 0 && opensByline(line) && isByline(line)) {
    page.byline = readByline(line);
    return;
  }
  page.bodyBegun = true;
  const item = /^[•‣▪◦*–-]\s+(?<words>.+)$/u.exec(line)?.groups?.["words"];
  if (item !== undefined) addToList(page.blocks, item);
  else page.blocks.push(blockOf(line, next));
}

// Titles of other stories end without a full stop; a sentence is the story going on.
const isTitle = (line: string) => !isParagraph(line) && line.length <= 160 && !/[.。]["”’)]*$/u.test(line);

/** The first picture above or at the start of the text is the main one; later ones stay where they stand. */
export function takePicture(
  page: PageRead,
  { caption, credit }: { caption: string; credit: string },
  alt: string,
): void {
  const picture = placeholder({ alt, caption, credit: credit || (page.pendingCredit ?? "") });
  page.pendingCredit = null;
  if (page.mainPicture === null && !page.bodyBegun) page.mainPicture = picture;
  else page.blocks.push({ type: "picture", attrs: picture });
}

function blockOf(line: string, next: string): Block {
  if (isVideoTitle(line)) return videoNamed(line);
  const content = [{ type: "text" as const, text: line }];
  const isHeading = !endsSentence(line) && line.length <= 90 && countWords(line) <= 12 && isParagraph(next);
  return isHeading ? { type: "heading", attrs: { level: 2 }, content } : { type: "paragraph", content };
}

const videoNamed = (title: string): Block => ({
  type: "video",
  attrs: { title, address: null, provider: null, poster: null, seconds: null, credit: "" },
});

function addToList(blocks: Block[], words: string): void {
  const item: ListItem = {
    type: "list_item",
    content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
  };
  const last = blocks.at(-1);
  if (last?.type === "list") last.content.push(item);
  else blocks.push({ type: "list", attrs: { ordered: false, start: 1 }, content: [item] });
}
