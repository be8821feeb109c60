import { cleanText } from "./body-clean-text.ts";
import { BodyComposer } from "./body-composer.ts";
import type { Body } from "./body.ts";
import { isHidden } from "./html-attribute.ts";
import { remove, type Making, type Removed } from "./html-making.ts";
import { plainTextOf } from "./html-plain-text.ts";
import { htmlRules } from "./html-rules.ts";
import { readTameHtml } from "./html-tame.ts";
import { parseHtml, type HtmlElement, type HtmlParent } from "./html-tree.ts";
import { textWithin, walkHtml } from "./html-walk.ts";

export type { Removed } from "./html-making.ts";
export type BodyFromHtml = { readonly body: Body; readonly removed: readonly Removed[] };

/**
 * A partner's HTML as blocks and marks we know; scripts, styles, forms and hidden text go, what went is said.
 * `base` is the address relative links start from (null: they are unlinked). Mark-up that is too much to be read
 * (CASES F8) comes as plain paragraphs with a notice in `removed`. Never throws; the text is all that is trusted.
 */
export function bodyFromHtml(html: string, { base }: { base: string | null }): BodyFromHtml {
  const tame = readTameHtml(html);
  if (tame !== null) return bodyFromTree(tame, { base });
  const parsed = parseHtml(html);
  if ("tooMuch" in parsed) return plainBody(html, parsed.tooMuch);
  return bodyFromTree(parsed.root, { base });
}

/** The same from a tree that was parsed already. */
export function bodyFromTree(root: HtmlParent, { base }: { base: string | null }): BodyFromHtml {
  const making = newMaking(base);
  const { composer } = making;
  walkHtml(root, {
    enter: (element) => enter(element, making),
    text: (value) => composer.text(cleanText(value)),
  });
  return { body: { type: "doc", content: composer.finish() }, removed: making.removed };
}

function enter(element: HtmlElement, making: Making) {
  if (element.attrs.length > 0 && isHidden(element)) {
    const text = textWithin({ ...element, attrs: [] });
    if (text !== "") remove(making, "hidden text", text);
    return "past";
  }
  return htmlRules.get(element.tagName)?.(element, making) ?? "in";
}

const newMaking = (base: string | null): Making => ({
  composer: new BodyComposer(),
  base,
  removed: [],
  taken: new Set(),
  figures: [],
  tables: [],
  quotes: [],
});

function plainBody(html: string, why: string): BodyFromHtml {
  const { composer, removed } = newMaking(null);
  for (const text of plainTextOf(html.slice(0, longestPlain))) {
    composer.text(cleanText(text));
    composer.endLine();
  }
  removed.push({ what: "mark-up", text: `The mark-up was left out, the text kept: it has ${why}.` });
  if (html.length > longestPlain)
    removed.push({ what: "text", text: `Only the first ${longestPlain} characters of the copy were read.` });
  return { body: { type: "doc", content: composer.finish() }, removed };
}

// More than the longest book: what is beyond is no story.
const longestPlain = 12_000_000;
