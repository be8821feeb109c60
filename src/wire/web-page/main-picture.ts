import { bodyFromTree } from "../../story/body-from-html.ts";
import { mapBlocks, picturesOf } from "../../story/body-parts.ts";
import type { Block, Body } from "../../story/body.ts";
import type { HtmlElement, HtmlParent } from "../../story/html-tree.ts";
import { elementsIn } from "../../story/html-walk.ts";
import type { PictureUse } from "../../story/picture.ts";
import { splitCaption } from "../../story/split-caption.ts";
import type { PictureFacts } from "./page-facts.ts";

export type WithMainPicture = { readonly mainPicture: PictureUse | null; readonly body: Body };

/**
 * The picture that stands for the story, taken out of the body where it stands there too: the one the page names, with
 * caption and credit from the figure that shows it; else the one before the first words.
 */
export function takeMainPicture(
  body: Body,
  named: PictureFacts | undefined,
  { root, base }: { root: HtmlParent; base: string | null },
): WithMainPicture {
  if (named && !isEmblem.test(named.address)) {
    const key = fileOf(named.address);
    const shown = picturesOf(body).find((use) => isFile(use, key)) ?? figureWith(root, base, key);
    const without = mapBlocks(body, (block) =>
      block.type === "picture" && isFile(block.attrs, key) ? [] : [block],
    );
    return { mainPicture: shown ? completed(shown, named) : pictureUse(named), body: without };
  }
  const [first] = body.content;
  if (first?.type !== "picture") return { mainPicture: null, body };
  return { mainPicture: first.attrs, body: { type: "doc", content: body.content.slice(1) } };
}

// The emblem of a site stands for the site, not for a story.
const isEmblem =
  /(?:^|[/_.-])(?:logo|favicon|default|placeholder|fallback|site-?icon|avatar|social-?share|share-?image|og-?image-?default)/i;

const isFile = (use: PictureUse, key: string) => use.address !== null && fileOf(use.address) === key;

// One picture comes in many sizes: "quay-1024x683.jpg?w=640" and "quay.jpg" are one.
function fileOf(address: string): string {
  const path = URL.parse(address)?.pathname ?? address;
  const file = path.split("/").at(-1) ?? "";
  const bare = file
    .replace(/[-_@]\d{2,5}x(?:\d{2,5})?|[-_]\d{3,4}w?(?=\.\w+$)|@\dx/g, "")
    .replace(/\.\w{3,4}$/, "");
  return bare.length >= 6 ? bare : path;
}

function figureWith(root: HtmlParent, base: string | null, key: string): PictureUse | null {
  for (const element of elementsIn(root)) {
    if (element.tagName !== "img" || !element.attrs.some(({ value }) => value.includes(key))) continue;
    const figure = figureAround(element);
    const found = picturesOf(bodyFromTree({ ...figure, childNodes: [figure] }, { base }).body).find((use) =>
      isFile(use, key),
    );
    if (found) return found;
  }
  return null;
}

function figureAround(image: HtmlElement): HtmlElement {
  let around = image.parentNode;
  for (let steps = 0; steps < 6 && around && "tagName" in around; steps += 1) {
    if (around.tagName === "figure") return around;
    around = around.parentNode;
  }
  return image;
}

// The larger file of the two, with the words of the one that is shown.
const completed = (shown: PictureUse, named: PictureFacts): PictureUse => ({
  ...shown,
  ...((named.width ?? 0) > (shown.width ?? 0)
    ? { address: named.address, width: named.width, height: named.height }
    : {}),
  alt: shown.alt || named.alt,
  caption: shown.caption || captionOf(named).caption,
  credit: shown.credit || captionOf(named).credit,
});

const captionOf = (named: PictureFacts) => {
  const parts = splitCaption(named.caption);
  return { caption: parts.caption, credit: named.credit || parts.credit };
};

const pictureUse = (named: PictureFacts): PictureUse => ({
  picture: null,
  address: named.address,
  alt: named.alt,
  ...captionOf(named),
  rights: null,
  width: named.width,
  height: named.height,
});

/** The block of a video that stands for the story, known by its title at least. */
export const videoBlock = (video: {
  title: string;
  address: string | null;
  poster: string | null;
}): Block => ({
  type: "video",
  attrs: { ...video, provider: null, seconds: null, credit: "" },
});
