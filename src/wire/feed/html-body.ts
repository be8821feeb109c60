import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { oneLine } from "../../base/text.ts";
import type { Block, Body } from "../../story/body.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { FeedWords } from "./feed-item.ts";

/** The content of a feed item as a body. `base` makes its relative links absolute. */
export function bodyOf(words: FeedWords, base: string | null): { body: Body; removed: WireItem["removed"] } {
  void base;
  const lines = words.html ? linesOf(parseFragment(words.text)) : words.text.split(/\n\s*\n/);
  const content = lines
    .map((line) => oneLine(line))
    .filter((line) => line !== "")
    .map((text): Block => ({ type: "paragraph", content: [{ type: "text", text }] }));
  return { body: { type: "doc", content }, removed: [] };
}

function linesOf(node: Tree.ParentNode): string[] {
  const lines = [""];
  const walk = (at: Tree.Node) => {
    if ("value" in at) lines.push((lines.pop() ?? "") + at.value);
    if (!("childNodes" in at) || /^(?:script|style|noscript|template|iframe)$/.test(at.nodeName)) return;
    const isBlock = /^(?:p|div|li|h[1-6]|blockquote|td|th|tr|br|pre)$/.test(at.nodeName);
    if (isBlock) lines.push("");
    at.childNodes.forEach(walk);
    if (isBlock) lines.push("");
  };
  walk(node);
  return lines;
}
