import { cleanText } from "../story/body-clean-text.ts";
import type { Block } from "../story/body.ts";
import { bodyFromHtml } from "../story/body-from-html.ts";

/** Words without their markup, paragraphs parted by a blank. Text that holds no markup comes back as it is. */
export function plainText(value: string): string {
  if (!/<\/?[a-z!][^<>]*>|&#?\w+;/i.test(value)) return cleanText(value).trim();
  return bodyFromHtml(value, { base: null }).body.content.map(wordsOf).filter(Boolean).join(" ").trim();
}

/** The words of a block, those of blocks inside it among them. */
export function wordsOf(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "preformatted":
    case "pull_quote":
      return (block.content ?? []).map((each) => (each.type === "text" ? each.text : " ")).join("");
    case "quote":
    case "note":
      return block.content.map(wordsOf).join(" ");
    case "list":
      return block.content.flatMap((item) => item.content.map(wordsOf)).join(" ");
    default:
      return "";
  }
}
