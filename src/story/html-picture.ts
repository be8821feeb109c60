import type { PictureUse } from "./picture.ts";
import { attributeOf, hintsOf, numberOf, wordsOfAttribute } from "./html-attribute.ts";
import { resolveAddress } from "./html-address.ts";
import { largestCandidate } from "./html-srcset.ts";
import { remove, type HtmlRule, type Making } from "./html-making.ts";
import type { HtmlElement, HtmlParent } from "./html-tree.ts";
import { isElement } from "./html-walk.ts";

/** `img` becomes a picture of its own; dots that count readers are dropped, drawn emoji become the letter. */
export const pictureRule: HtmlRule = (element, making) => {
  const emoji = emojiOf(element);
  if (emoji !== null) {
    making.composer.text(emoji);
    return "past";
  }
  const address = addressOf(element, making);
  if (address !== null && isTracking(element, address)) remove(making, "tracking picture", address);
  else if (address === null) removeUnreachable(element, making);
  else making.composer.block({ type: "picture", attrs: pictureUseOf(element, address) });
  return "past";
};

function pictureUseOf(element: HtmlElement, address: string): PictureUse {
  const width = numberOf(element, "width");
  const height = numberOf(element, "height");
  return {
    picture: null,
    address,
    alt: wordsOfAttribute(element, "alt"),
    caption: "",
    credit: "",
    rights: null,
    width: width !== null && width > 0 ? width : null,
    height: height !== null && height > 0 ? height : null,
  };
}

// The largest file wins; lazy pages keep the true address in an attribute of their own.
function addressOf(element: HtmlElement, making: Making): string | null {
  const own = ["srcset", "data-srcset", "data-lazy-srcset"];
  const sources = "tagName" in (element.parentNode ?? {}) ? sourcesBeside(element.parentNode) : [];
  const candidates = [
    ...own.map((name) => largestCandidate(attributeOf(element, name))),
    ...lazy.map((name) => attributeOf(element, name)),
    attributeOf(element, "src"),
    ...sources.map((source) =>
      largestCandidate(attributeOf(source, "srcset") ?? attributeOf(source, "data-srcset")),
    ),
  ];
  for (const candidate of candidates) {
    const address = resolveAddress(candidate, making.base);
    if (address !== null) return address;
  }
  return null;
}

const lazy = ["data-src", "data-lazy-src", "data-original", "data-full-src", "data-hi-res-src"];

const sourcesBeside = (parent: HtmlParent | null): HtmlElement[] =>
  parent !== null && "tagName" in parent && parent.tagName === "picture"
    ? parent.childNodes.filter(isElement).filter((each) => each.tagName === "source")
    : [];

function isTracking(element: HtmlElement, address: string): boolean {
  const sides = [numberOf(element, "width"), numberOf(element, "height")];
  if (sides.some((side) => side !== null && side <= 3)) return true;
  if (/(?:^|[;\s])(?:width|height)\s*:\s*[0-3](?:px)?\s*(?:;|$|!)/i.test(attributeOf(element, "style") ?? ""))
    return true;
  return counting.test(address);
}

const counting =
  /^https?:\/\/(?:[^/]*\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|pixel\.wp\.com|stats\.wordpress\.com|b\.wordpress\.com|feeds\.feedburner\.com\/~|feedburner\.google\.com|api\.follow\.it\/track|pixel\.parsely\.com|sb\.scorecardresearch\.com|chartbeat\.net|vg07\.met\.vgwort\.de|vgwort\.de|ioam\.de|imrworldwide\.com|feedsportal\.com|facebook\.com\/tr\b)/i;

// Drawn letters: the class of the usual emoji scripts, or a small one with nothing but an emoji as alt text.
function emojiOf(element: HtmlElement): string | null {
  const alt = attributeOf(element, "alt") ?? "";
  if (alt === "" || alt.length > 16) return null;
  if (/\b(?:wp-smiley|emoji|twemoji)\b/.test(hintsOf(element))) return alt;
  const isSmall =
    (numberOf(element, "height") ?? 1000) <= 72 || /emoji/.test(attributeOf(element, "src") ?? "");
  return isSmall && /^(?:\p{RGI_Emoji})+$/v.test(alt) ? alt : null;
}

function removeUnreachable(element: HtmlElement, making: Making) {
  const alt = wordsOfAttribute(element, "alt");
  const isInline = attributeOf(element, "src")?.trimStart().startsWith("data:") ?? false;
  if (alt !== "" || !isInline) remove(making, "picture without a usable address", alt);
}
