import { oneLine } from "../../base/text.ts";
import { isSafeAddress } from "../../story/body.ts";
import type { PictureUse } from "../../story/picture.ts";
import { splitCaption } from "../../story/split-caption.ts";
import { plainText } from "../plain-text.ts";
import {
  fieldOf,
  figureOf,
  type GuardianAsset,
  type GuardianContent,
  type GuardianElement,
} from "./guardian-content.ts";

/** A picture of an element: alt, caption and credit as the Guardian keeps them apart, the largest file it names. */
export function pictureOf(
  element: GuardianElement,
  { elements }: Pick<GuardianContent, "elements">,
): PictureUse {
  const best = largest(assetsOf(element, elements));
  const data = { ...best?.typeData, ...element.data };
  const printed = splitCaption(oneLine(plainText(fieldOf(data, "caption"))));
  return {
    picture: null,
    address: best?.address ?? null,
    alt: oneLine(fieldOf(data, "alt") || fieldOf(data, "altText")),
    caption: printed.caption,
    credit: oneLine(fieldOf(data, "credit")) || printed.credit || named(data),
    rights: oneLine(fieldOf(data, "copyright")) || null,
    width: best?.width ?? null,
    height: best?.height ?? null,
  };
}

const named = (data: Readonly<Record<string, unknown>>) =>
  [...new Set([fieldOf(data, "photographer"), fieldOf(data, "source")])]
    .filter((name) => name !== "")
    .join("/");

// Elements of a block come without files; the same picture in the list of all elements has them.
function assetsOf(
  { id, assets, data }: GuardianElement,
  elements: readonly GuardianElement[],
): readonly GuardianAsset[] {
  if (assets.length > 0) return assets;
  const media = fieldOf(data, "mediaId") || id;
  if (media === "") return [];
  const same = elements.find(
    (each) => each.id === media || each.assets.some(({ typeData }) => fieldOf(typeData, "mediaId") === media),
  );
  return same?.assets ?? [];
}

type File = Pick<GuardianAsset, "typeData"> & {
  address: string;
  width: number | null;
  height: number | null;
};

function largest(assets: readonly GuardianAsset[]): File | undefined {
  return assets
    .flatMap((asset): File[] => {
      const address = fieldOf(asset.typeData, "secureFile") || asset.file;
      const [width, height] = [pixels(asset, "width"), pixels(asset, "height")];
      return /^https?:/i.test(address) && isSafeAddress(address)
        ? [{ ...asset, address, width, height }]
        : [];
    })
    .toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0))[0];
}

function pixels({ typeData }: GuardianAsset, side: "width" | "height"): number | null {
  const value = figureOf(typeData, side);
  return Number.isInteger(value) && value > 0 ? value : null;
}
