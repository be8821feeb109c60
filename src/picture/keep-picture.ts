import { createHash } from "node:crypto";
import type { Clock } from "../base/clock.ts";
import type { Ids } from "../base/ids.ts";
import { Refusal } from "../base/refusal.ts";
import type { Tables } from "../store/tables.ts";
import type { Picture, Pictures } from "../store/tables/pictures.ts";
import type { Darkroom } from "./darkroom.ts";
import { measure } from "./measure.ts";

export type PictureArrived = {
  readonly bytes: Uint8Array;
  readonly address: string | null;
  /** As the copy names them; where it names none, what is written in the file counts. */
  readonly credit: string;
  readonly rights: string;
  /** A drawing that ships with Offstone, never something from outside: it may be an SVG. */
  readonly ours?: boolean;
};

/** What keeping a picture needs of the store. */
export type PictureStore = {
  readonly read: { readonly pictures: Pictures };
  together<Result>(work: (tables: Pick<Tables, "pictures">) => Promise<Result>): Promise<Result>;
};

export type PictureRoom = {
  readonly store: PictureStore;
  readonly darkroom: Darkroom;
  readonly clock: Pick<Clock, "now">;
  readonly ids: Ids;
};

/** What became of a picture. `frames` above 1: it moves, and only its first frame is shown. */
export type PictureOutcome =
  | { readonly became: "kept" | "same"; readonly picture: Picture; readonly frames: number }
  | { readonly became: "refused"; readonly code: string; readonly says: string };

/**
 * Judges, measures and keeps a picture: first the file, then the row, so that there is never a row without its file
 * (CASES UPL-08). The same bytes twice are one picture. Bad bytes are an outcome; a full disk is a fault.
 */
export async function keepPicture(arrived: PictureArrived, room: PictureRoom): Promise<PictureOutcome> {
  try {
    return await judgeAndKeep(arrived, room);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { became: "refused", code: error.code, says: error.says };
  }
}

async function judgeAndKeep(arrived: PictureArrived, room: PictureRoom): Promise<PictureOutcome> {
  const { bytes, address } = arrived;
  const { type, width, height, frames, ...printed } = await measure(bytes, { ours: arrived.ours === true });
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = await room.store.read.pictures.findByHash(hash);
  if (known !== undefined) return { became: "same", picture: known, frames };
  const credit = arrived.credit || printed.credit;
  const rights = arrived.rights || printed.rights;
  const addedAt = room.clock.now();
  const picture: Picture = {
    id: room.ids.next(),
    hash,
    type,
    width,
    height,
    address,
    credit,
    rights,
    addedAt,
  };
  await room.darkroom.prove(bytes, picture);
  await room.darkroom.keepOriginal(hash, bytes);
  return room.store.together(async ({ pictures }) => {
    // Somebody may have kept the same bytes while we decoded.
    const meanwhile = await pictures.findByHash(hash);
    if (meanwhile !== undefined) return { became: "same", picture: meanwhile, frames };
    await pictures.add(picture);
    return { became: "kept", picture, frames };
  });
}
