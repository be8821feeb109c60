import type { Block } from "../story/body.ts";
import type { PictureUse } from "../story/picture.ts";
import type { StoryCopy } from "../story/story.ts";

export type PlacedPicture = { readonly at: string; readonly use: PictureUse };

/** Every picture of a story with its place: "mainPicture", "body/12". */
export function picturesOf({ mainPicture, body }: Pick<StoryCopy, "mainPicture" | "body">): PlacedPicture[] {
  const pictures: PlacedPicture[] = mainPicture === null ? [] : [{ at: "mainPicture", use: mainPicture }];
  body.content.forEach((block, at) => addPictures(block, `body/${at}`, pictures));
  return pictures;
}

function addPictures(block: Block, at: string, pictures: PlacedPicture[]): void {
  if (block.type === "picture") pictures.push({ at, use: block.attrs });
  if (block.type === "quote" || block.type === "note")
    for (const inner of block.content) addPictures(inner, at, pictures);
  if (block.type === "list")
    for (const item of block.content) for (const inner of item.content) addPictures(inner, at, pictures);
}

const signs =
  /(?:^|[/_.-])(?:icons?|flags?|emojis?|avatars?|gravatar|logos?|badges?|buttons?|spacer|pixel)(?:[/_.-]|$)/i;

/** A sign among the words (icon, flag, logo, avatar): nobody credits or describes it as a picture. */
export const isSign = ({ address, width, height }: PictureUse): boolean =>
  Math.min(width ?? 1000, height ?? 1000) < 100 || signs.test(address ?? "");

/** Pictures that are drawn, or will be once their file has come; each file once, signs left out. */
export function shownPictures(copy: Pick<StoryCopy, "mainPicture" | "body">): PlacedPicture[] {
  const seen = new Set<string>();
  return picturesOf(copy).filter(({ use }) => {
    const file = use.picture ?? use.address;
    if (file === null || seen.has(file) || isSign(use)) return false;
    seen.add(file);
    return true;
  });
}
