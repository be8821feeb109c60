import { providerOf, findProvider } from "./embed-providers.ts";
import { resolveAddress } from "./html-address.ts";
import { attributeOf, hintsOf } from "./html-attribute.ts";
import { withCaption } from "./html-caption.ts";
import type { HtmlRule, Making } from "./html-making.ts";
import { isPullQuote, pullQuoteRule } from "./html-quote.ts";
import type { HtmlElement } from "./html-tree.ts";
import { findElement, isElement, textWithin } from "./html-walk.ts";

/** `figure`: what stands in it, with its caption. An embed that came as a mere link is one again. */
export const figureRule: HtmlRule = (element, making) => {
  if (making.composer.isInWords()) return boundary(making);
  if (/embed/.test(hintsOf(element)) && addEmbed(element, making)) return "past";
  if (isPullQuote(element)) return pullQuoteRule(element, making);
  making.composer.openBlocks();
  making.figures.push({ caption: "", credit: "" });
  return () => {
    const caption = making.figures.pop() ?? { caption: "", credit: "" };
    const blocks = making.composer.closeBlocks();
    for (const block of withCaption(blocks, caption)) making.composer.block(block);
  };
};

const boundary = ({ composer }: Making) => {
  composer.endLine();
  return composer.endLine;
};

// A figure classed as embed that holds nothing but one link, or nothing but a known provider's address as text.
function addEmbed(element: HtmlElement, { composer, base }: Making): boolean {
  const inside = element.childNodes.filter(isElement);
  const [only] = inside;
  const text = textWithin(element);
  if (inside.length === 1 && only?.tagName === "a" && textWithin(only) === text) {
    const address = resolveAddress(attributeOf(only, "href"), base);
    if (address === null) return false;
    composer.block(embedOf(address, text === address ? "" : text));
    return true;
  }
  const address = /^https:\/\/\S+$/.test(text) ? resolveAddress(text, null) : null;
  if (address === null || findProvider(address) === null || findElement(element, "iframe", "a", "img"))
    return false;
  composer.block(embedOf(address, ""));
  return true;
}

const embedOf = (address: string, title: string) =>
  ({ type: "embed", attrs: { address, provider: providerOf(address), title } }) as const;
