import type { Block, Body } from "../../story/body.ts";
import { bodyFromHtml } from "../../story/body-from-html.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { FeedWords } from "./feed-item.ts";

/** The content of a feed item as a body. `base` makes its relative links absolute. Plain text parts at blank lines. */
export function bodyOf(
  { html, text }: FeedWords,
  base: string | null,
): { readonly body: Body; readonly removed: WireItem["removed"] } {
  if (html) return bodyFromHtml(text, { base });
  const lines = text.split(/\n[^\S\n]*\n/).map((line) => line.replace(/\s+/gu, " ").trim());
  const content = lines
    .filter((line) => line !== "")
    .map((line): Block => ({ type: "paragraph", content: [{ type: "text", text: line }] }));
  return { body: { type: "doc", content }, removed: [] };
}
