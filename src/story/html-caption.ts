import type { Block } from "./body.ts";
import { attributeOf, hintsOf } from "./html-attribute.ts";
import type { HtmlRule, Making } from "./html-making.ts";
import type { HtmlElement } from "./html-tree.ts";
import { elementsIn, textWithin } from "./html-walk.ts";
import { splitCaption, type CaptionParts } from "./split-caption.ts";

/** `figcaption`: its words belong to what stands in the figure. */
export const captionRule: HtmlRule = (element, making) => {
  const figure = making.figures.at(-1);
  const { caption, credit } = readCaption(element);
  if (figure) {
    figure.caption = [figure.caption, caption].filter(Boolean).join(" ");
    figure.credit = [figure.credit, credit].filter(Boolean).join(" ");
    return "past";
  }
  return "in";
};

/** Caption and credit of a caption element: by an element of its own for the credit, else by the wording. */
function readCaption(element: HtmlElement): CaptionParts {
  const all = textWithin(element);
  const marked = elementsIn(element).find(isCredit);
  if (marked === undefined) return splitCaption(all);
  const credit = textWithin(marked);
  const at = all.lastIndexOf(credit);
  const caption = credit === "" ? all : `${all.slice(0, at)} ${all.slice(at + credit.length)}`;
  const bare = splitCaption(credit);
  return {
    caption: caption.replace(/\s+/gu, " ").trim(),
    credit: bare.caption === "" && bare.credit !== "" ? bare.credit : credit,
  };
}

const isCredit = (element: HtmlElement) =>
  element.tagName === "small" ||
  element.tagName === "cite" ||
  /\b(?:credit|credits|copyright|photographer|attribution|byline)\b|[-_](?:credit|copyright)/i.test(
    hintsOf(element),
  ) ||
  /^(?:copyrightHolder|creditText|author)$/.test(attributeOf(element, "itemprop") ?? "");

/** Gives the caption of a figure to what stands in it. What can hold none gets it as a paragraph below. */
export function withCaption(blocks: Block[], { caption, credit }: CaptionParts): Block[] {
  if (caption === "" && credit === "") return blocks;
  const pictures = blocks.filter((block) => block.type === "picture");
  if (pictures.length > 0)
    return blocks.map((block) => captioned(block, block === pictures[0] ? caption : "", credit));
  const whole = [caption, credit].filter(Boolean).join(" ");
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === "video") return captionVideo(only, caption, credit);
  if (blocks.length === 1 && only?.type === "embed" && only.attrs.title === "")
    return [{ ...only, attrs: { ...only.attrs, title: whole } }];
  if (blocks.length === 1 && only?.type === "quote" && only.attrs.cite === "")
    return [{ ...only, attrs: { cite: withoutDash(whole) } }];
  if (blocks.length === 1 && only?.type === "table" && only.attrs.caption === "")
    return [{ ...only, attrs: { caption: whole } }];
  return [...blocks, { type: "paragraph", content: [{ type: "text", text: whole }] }];
}

function captioned(block: Block, caption: string, credit: string): Block {
  if (block.type !== "picture") return block;
  return {
    ...block,
    attrs: { ...block.attrs, caption: block.attrs.caption || caption, credit: block.attrs.credit || credit },
  };
}

function captionVideo(block: Extract<Block, { type: "video" }>, caption: string, credit: string): Block[] {
  const titled: Block = { ...block, attrs: { ...block.attrs, title: block.attrs.title || caption, credit } };
  const isSaid = caption === "" || titled.attrs.title === caption;
  return isSaid ? [titled] : [titled, { type: "paragraph", content: [{ type: "text", text: caption }] }];
}

export const withoutDash = (text: string) => text.replace(/^[\s–—―~-]+/u, "");

/** The last block of a row, when it is a picture without caption: what a line classed as caption belongs to. */
export const captionLast = (making: Making, element: HtmlElement): boolean =>
  captionClass.test(hintsOf(element)) && making.composer.captionLast(() => readCaption(element));

const captionClass =
  /(?:^|\s)(?:wp-caption-text|(?:image|photo|picture|media|img|figure)[-_]?caption|caption[-_]?text|caption)(?:\s|$)/i;
