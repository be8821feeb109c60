import type { Block, Body, Inline } from "../../src/story/body.ts";

/** A body; a string is a paragraph, its words as `line` reads them. */
export const aBody = (...blocks: readonly (string | Block)[]): Body => ({
  type: "doc",
  content: blocks.map((block) => (typeof block === "string" ? p(block) : block)),
});

export const p = (text: string): Block => ({ type: "paragraph", content: line(text) });
export const h2 = (text: string): Block => ({ type: "heading", attrs: { level: 2 }, content: line(text) });

/** Words with *emphasis* and [links](/path). */
export const line = (text: string): Inline[] =>
  text
    .split(/(\*[^*]+\*|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== "")
    .map(pieceOf);

function pieceOf(part: string): Inline {
  const [, em, link, href] = /^(?:\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\))$/.exec(part) ?? [];
  if (em !== undefined) return { type: "text", text: em, marks: [{ type: "em" }] };
  if (link === undefined || href === undefined) return { type: "text", text: part };
  return { type: "text", text: link, marks: [{ type: "link", attrs: { href } }] };
}
