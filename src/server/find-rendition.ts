import type { Clock } from "../base/clock.ts";
import type { FetchingRoom } from "../picture/fetch-pictures.ts";
import type { Store } from "../store/store.ts";
import { readPictureAddress, renditionTypes, widthsFor } from "../story/picture-address.ts";

export type RenditionRoom = {
  readonly store: Store;
  readonly clock: Pick<Clock, "now">;
  readonly pictures: () => Promise<FetchingRoom>;
};

/**
 * A rendition by its public path, made now where it never was; undefined where there is no such picture or size, or
 * where nothing public shows it: what is killed or held goes with its pictures (CASES ACL-08).
 */
export async function findRendition(
  path: string,
  { store, clock, pictures }: RenditionRoom,
): Promise<{ type: string; bytes: Uint8Array } | undefined> {
  const asked = readPictureAddress(path);
  const picture = asked && (await store.read.pictures.find(asked.id));
  if (asked === undefined || picture === undefined || !widthsFor(picture.width).includes(asked.width))
    return undefined;
  if (!(await store.read.pictures.isShown(picture.id, clock.now()))) return undefined;
  const { darkroom } = await pictures();
  const { width, format } = asked;
  return { type: renditionTypes[format], bytes: await darkroom.rendition({ picture, width, format }) };
}
