import { attributeOf, hintsOf } from "./html-attribute.ts";
import { withoutDash } from "./html-caption.ts";
import { addPost } from "./html-embed.ts";
import { remove, type HtmlRule, type Making } from "./html-making.ts";
import type { HtmlElement } from "./html-tree.ts";
import { isElement, textWithin } from "./html-walk.ts";

/** `blockquote`: a quote, a pull quote where its class says so, an embed where it is a network's post. */
export const quoteRule: HtmlRule = (element, making) => {
  const { composer } = making;
  if (composer.isInWords()) return endLines(making);
  if (addPost(element, making)) return "past";
  if (isPullQuote(element)) return pullQuoteRule(element, making);
  composer.openBlocks();
  making.quotes.push({ cite: "" });
  return () => {
    const content = composer.closeBlocks();
    const cite = making.quotes.pop()?.cite ?? "";
    if (content.length > 0) composer.block({ type: "quote", attrs: { cite }, content });
  };
};

/** A line of the story set large: text only, with who said it. */
export const pullQuoteRule: HtmlRule = (_, making) => {
  const { composer } = making;
  if (composer.isInWords()) return endLines(making);
  composer.openWords();
  making.quotes.push({ cite: "" });
  return () => {
    const { line: content, loose } = composer.closeWords();
    const by = making.quotes.pop()?.cite ?? "";
    if (content.length > 0) composer.block({ type: "pull_quote", attrs: { by }, content });
    for (const block of loose) composer.block(block);
  };
};

export const isPullQuote = (element: HtmlElement) =>
  element.attrs.length > 0 && /\bpull(?:ed)?[-_]?quote|quote[-_]+pull\b/i.test(hintsOf(element));

/** `aside`: a pull quote, furniture that leads elsewhere, or a note with its title. */
export const asideRule: HtmlRule = (element, making) => {
  if (isPullQuote(element) || holdsOnlyQuote(element)) return pullQuoteRule(element, making);
  if (furniture.test(hintsOf(element))) {
    remove(making, "page furniture", textWithin(element));
    return "past";
  }
  return noteRule(element, making);
};

const furniture =
  /\b(?:related|rich-link|recirc\w*|promo\w*|newsletter|advert\w*|share|sharing|social|most-?read|trending|signup)\b/i;

/** `details` too: its summary is the title of the note. */
export const noteRule: HtmlRule = (element, making) => {
  const { composer } = making;
  if (composer.isInWords()) return endLines(making);
  const [first] = element.childNodes.filter(isElement);
  const titled = first && /^(?:h[1-6]|summary)$/.test(first.tagName) ? first : null;
  if (titled) making.taken.add(titled);
  const title = titled ? textWithin(titled) : "";
  composer.openBlocks();
  return () => {
    const content = composer.closeBlocks();
    if (content.length > 0) composer.block({ type: "note", attrs: { title }, content });
  };
};

const holdsOnlyQuote = (element: HtmlElement) => {
  const inside = element.childNodes.filter(isElement);
  return inside.length === 1 && /^(?:blockquote|q)$/.test(inside[0]?.tagName ?? "");
};

/** `cite` and `footer` in a quote name who said it, where they stand apart from the words; else they are words. */
export const citeRule: HtmlRule = (element, making) => {
  const quote = making.quotes.at(-1);
  if (quote && quote.cite === "" && standsApart(element)) {
    quote.cite = withoutDash(textWithin(element));
    return "past";
  }
  if (element.tagName === "footer") return endLines(making);
  making.composer.mark({ type: "em" });
  return making.composer.unmark;
};

function standsApart(element: HtmlElement): boolean {
  if (element.tagName === "footer") return true;
  const parent = element.parentNode;
  if (parent === null || !("tagName" in parent)) return false;
  if (/^(?:blockquote|aside|figure)$/.test(parent.tagName)) return true;
  return parent.tagName !== "q" && withoutDash(textWithin(parent)) === withoutDash(textWithin(element));
}

/** Quotation marks, as a browser draws them. */
export const shortQuoteRule: HtmlRule = (element, { composer }) => {
  if (attributeOf(element, "class")?.includes("no-quotes")) return "in";
  composer.text("“");
  return () => composer.text("”");
};

const endLines = ({ composer }: Making) => {
  composer.endLine();
  return composer.endLine;
};
