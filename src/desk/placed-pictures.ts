import { picturesOf } from "../story/body-parts.ts";
import type { PictureUse } from "../story/picture.ts";
import type { StoryCopy } from "../story/story.ts";

export type PlacedPicture = { readonly at: string; readonly use: PictureUse };

/** Every picture of a story with its place: "mainPicture", "body/12". */
export function placedPictures({
  mainPicture,
  body,
}: Pick<StoryCopy, "mainPicture" | "body">): PlacedPicture[] {
  const main = mainPicture === null ? [] : [{ at: "mainPicture", use: mainPicture }];
  const inBody = body.content.flatMap((block, at) =>
    picturesOf({ type: "doc", content: [block] }).map((use) => ({ at: `body/${at}`, use })),
  );
  return [...main, ...inBody];
}

const signs =
  /(?:^|[/_.-])(?:icons?|flags?|emojis?|avatars?|gravatar|logos?|badges?|buttons?|spacer|pixel)(?:[/_.-]|$)/i;

/** A sign among the words (icon, flag, logo, avatar): nobody credits or describes it as a picture. */
const isSign = ({ address, width, height }: PictureUse): boolean =>
  Math.min(width ?? 1000, height ?? 1000) < 100 || signs.test(address ?? "");

/** Pictures that are drawn, or will be once their file has come; each file once, signs left out. */
export function shownPictures(copy: Pick<StoryCopy, "mainPicture" | "body">): PlacedPicture[] {
  const seen = new Set<string>();
  return placedPictures(copy).filter(({ use }) => {
    const file = use.picture ?? use.address;
    if (file === null || seen.has(file) || isSign(use)) return false;
    seen.add(file);
    return true;
  });
}
