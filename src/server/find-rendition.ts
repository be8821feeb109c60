import type { FetchingRoom } from "../picture/fetch-pictures.ts";
import type { Store } from "../store/store.ts";
import { readPictureAddress, renditionTypes, widthsFor } from "../story/picture-address.ts";

/** A rendition by its public path, made now where it never was; undefined where there is no such picture or size. */
export async function findRendition(
  path: string,
  { store, pictures }: { store: Store; pictures: () => Promise<FetchingRoom> },
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const asked = readPictureAddress(path);
  const picture = asked && (await store.read.pictures.find(asked.id));
  if (asked === undefined || picture === undefined || !widthsFor(picture.width).includes(asked.width))
    return undefined;
  const { darkroom } = await pictures();
  const { width, format } = asked;
  return { type: renditionTypes[format], bytes: await darkroom.rendition({ picture, width, format }) };
}
