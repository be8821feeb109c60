import type { PictureUse } from "../../story/picture.ts";
import { usualPicture } from "../parts/picture.ts";

/** The one rendition of a picture in the text of a feed: our own file; a partner's is never fetched from its site. */
export const pictureAddress = (use: PictureUse): string | null => usualPicture(use)?.address ?? null;
