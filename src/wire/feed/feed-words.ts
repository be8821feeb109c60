import type { Body, Block } from "../../story/body.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { FeedItem, FeedWords } from "./feed-item.ts";
import { bodyOf } from "./html-body.ts";
import { htmlText } from "./html-text.ts";

type Words = Pick<WireItem, "headline" | "standfirst" | "body" | "removed">;

/**
 * Headline, standfirst and body. The content is the body and the summary the standfirst. Where there is only a
 * summary, it is the body if it is more than a plain line or two, so that no link or picture in it is lost.
 * A summary that is only the beginning of the body, cut off, is no standfirst.
 */
export function wordsOf(item: FeedItem): Words {
  const headline = textOf(item.headline);
  const summary = item.summary === null ? "" : textOf(item.summary);
  if (item.content !== null && item.content.text.trim() !== "") {
    const { body, removed } = bodyOf(item.content, item.bodyBase);
    return { headline, standfirst: isOpening(summary, item.content) ? "" : summary, body, removed };
  }
  if (item.summary === null || isLine(item.summary, summary)) {
    return { headline, standfirst: summary, body: { type: "doc", content: [] }, removed: [] };
  }
  return { headline, standfirst: "", ...bodyOf(item.summary, item.bodyBase) };
}

/** Words on one line, as a reader sees them. */
export const textOf = ({ html, text }: FeedWords): string =>
  html ? htmlText(text) : text.replace(/\s+/gu, " ").trim();

/** The first words of a body, a line for each of its first blocks. */
export function openingOf(body: Body): string {
  return body.content
    .slice(0, 3)
    .map((block) => lineOf(block))
    .join("\n");
}

const lineOf = (block: Block): string =>
  "content" in block && (block.type === "paragraph" || block.type === "heading")
    ? (block.content ?? []).map((each) => (each.type === "text" ? each.text : "\n")).join("")
    : "";

const isLine = ({ html, text }: FeedWords, words: string) =>
  words.length <= 320 && (!html || !/<(?!\/?(?:p|span|br|div)\b)[a-z]|<p\b[\s\S]*<p\b/i.test(text));

// WordPress and others send the first words and "[…]" as description.
function isOpening(summary: string, content: FeedWords): boolean {
  const kept = summary.replace(
    /\s*(?:The post .{1,300} (?:first )?appeared (?:first )?on .{1,200}|(?:Continue reading|Read more).{0,200})$/u,
    "",
  );
  const cut = kept.replace(/\s*(?:\[?\s*(?:…|\.\.\.|&hellip;)\s*\]?)\s*$/u, "");
  if (cut === summary || cut.length < 20) return false;
  return textOf({ ...content, text: content.text.slice(0, cut.length * 3 + 3000) }).startsWith(cut);
}
