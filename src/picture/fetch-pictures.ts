import type { Outbound } from "../outbound/client.ts";
import { mapPictures, picturesOf } from "../story/body-parts.ts";
import type { PictureUse } from "../story/picture.ts";
import type { StoryCopy } from "../story/story.ts";
import type { Picture } from "../store/tables/pictures.ts";
import { keepPicture, type PictureRoom } from "./keep-picture.ts";

export type FetchingRoom = PictureRoom & { readonly outbound: Outbound };

/** Why a picture of a story is not here. */
export type MissingPicture = { readonly address: string; readonly code: string; readonly says: string };

/**
 * Fetches and keeps the pictures of a story that are only addresses so far. Those that come are named by id, with
 * their size; those that fail stay as they were and are listed. No credentials go with these requests: a picture
 * often lies with somebody else (CASES NET-11). Whether the agreement allows pictures is the caller's question.
 */
export async function fetchPictures<Copy extends Pick<StoryCopy, "mainPicture" | "body">>(
  copy: Copy,
  room: FetchingRoom,
): Promise<{ readonly copy: Copy; readonly missing: readonly MissingPicture[] }> {
  const uses = [copy.mainPicture, ...picturesOf(copy.body)].filter((use) => use !== null);
  const wanted = new Map(
    uses.flatMap((use) => (use.address !== null && use.picture === null ? [[use.address, use]] : [])),
  );
  const came = await Promise.all(
    [...wanted].map(async ([address, use]) => [address, await fetchOne(address, use, room)] as const),
  );
  const results = new Map(came);
  const mended = (use: PictureUse) => withPicture(use, results.get(use.address ?? ""));
  const missing = came.flatMap(([address, result]) => ("id" in result ? [] : [{ address, ...result }]));
  const mainPicture = copy.mainPicture === null ? null : mended(copy.mainPicture);
  return { copy: { ...copy, mainPicture, body: mapPictures(copy.body, mended) }, missing };
}

type Came = Picture | Pick<MissingPicture, "code" | "says">;

async function fetchOne(address: string, use: PictureUse, room: FetchingRoom): Promise<Came> {
  const known = await room.store.read.pictures.findByAddress(address);
  if (known !== undefined) return known;
  const fetched = await room.outbound.fetchPage(address, { kind: "picture" });
  if (fetched.became === "failed") return { code: fetched.code, says: fetched.says };
  if (fetched.became === "unchanged") throw new Error("an answer to a condition that was not sent");
  const arrived = { bytes: fetched.bytes, address, credit: use.credit, rights: use.rights ?? "" };
  const kept = await keepPicture(arrived, room);
  return kept.became === "refused" ? { code: kept.code, says: kept.says } : kept.picture;
}

function withPicture(use: PictureUse, came: Came | undefined): PictureUse {
  if (came === undefined || !("id" in came) || use.picture !== null) return use;
  const { id, width, height } = came;
  return {
    ...use,
    picture: id,
    width,
    height,
    credit: use.credit || came.credit,
    rights: use.rights ?? came.rights,
  };
}
