import type { PictureUse } from "../../story/picture.ts";
import { pictureAddress, renditionTypes, widthsFor } from "../../story/picture-address.ts";
import type { RenditionFormat } from "../../story/picture-address.ts";
import { markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { findArt } from "../shipped.ts";

/** `sizes` as HTML has it: how wide it will be drawn. `first` = on the first screen, not fetched lazily. */
export type PictureWish = { readonly sizes: string; readonly first?: boolean; readonly alt?: string };

/** True when there is a file to draw. */
export const isDrawable = (use: PictureUse | null): use is PictureUse =>
  use !== null &&
  use.picture !== null &&
  (!use.picture.startsWith("art:") || findArt(use.picture.slice(4)) !== undefined);

/** The picture alone, with its size set so that nothing jumps when it comes; null where there is no file. */
export function picture(use: PictureUse | null, wish: PictureWish): Piece | null {
  if (!isDrawable(use) || use.picture === null) return null;
  const art = use.picture.startsWith("art:") ? findArt(use.picture.slice(4)) : undefined;
  const size = { width: use.width ?? art?.width ?? 1200, height: use.height ?? art?.height ?? 800 };
  const ends = markup` alt="${plainLine(wish.alt ?? use.alt)}" width="${size.width}" height="${size.height}"${wish.first ? markup` fetchpriority="high"` : markup` loading="lazy" decoding="async"`}>`;
  if (art) return markup`<img src="${art.address}"${ends}`;
  const set = (format: RenditionFormat) => setOf(use.picture ?? "", use.width, format);
  const source = (format: RenditionFormat) =>
    markup`<source type="${renditionTypes[format]}" srcset="${set(format)}" sizes="${wish.sizes}">`;
  return markup`<picture>${source("avif")}${source("webp")}<img src="${usualAddress(use.picture, use.width)}" srcset="${set("jpeg")}" sizes="${wish.sizes}"${ends}</picture>`;
}

/** The address of one usual rendition (about 960 wide), for feeds, cards and shared links; a drawing's own address. */
export function usualPicture(use: PictureUse | null): { address: string; type: string } | null {
  if (!isDrawable(use) || use.picture === null) return null;
  const art = use.picture.startsWith("art:") ? findArt(use.picture.slice(4)) : undefined;
  if (art) return { address: art.address, type: "image/svg+xml" };
  return { address: usualAddress(use.picture, use.width), type: "image/jpeg" };
}

/** A picture with what is printed under it: caption and credit told apart. Nothing at all where there is no file. */
export function pictureFigure(use: PictureUse, wish: PictureWish & { readonly kind: string }): Piece | null {
  const drawn = picture(use, wish);
  if (drawn === null) return null;
  const credit = use.credit.trim() !== "" && markup`<span class="credit">${use.credit}</span>`;
  const said =
    use.caption.trim() !== "" || credit ? markup`<figcaption>${use.caption} ${credit}</figcaption>` : null;
  return markup`<figure class="${wish.kind}">${drawn}${said}</figure>`;
}

const usualAddress = (id: string, width: number | null) =>
  pictureAddress(id, widthsFor(width).findLast((each) => each <= 960) ?? 320, "jpeg");

const setOf = (id: string, width: number | null, format: RenditionFormat) =>
  widthsFor(width)
    .map((each) => `${pictureAddress(id, each, format)} ${each}w`)
    .join(", ");
