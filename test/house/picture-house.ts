import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { systemClock } from "../../src/base/clock.ts";
import { idsBy } from "../../src/base/ids.ts";
import { darkroomOf } from "../../src/picture/darkroom.ts";
import type { PictureRoom } from "../../src/picture/keep-picture.ts";
import type { Picture, Pictures } from "../../src/store/tables/pictures.ts";

export type PictureHouse = AsyncDisposable & {
  readonly room: PictureRoom;
  readonly folder: string;
  readonly rows: Picture[];
};

/** A data folder of its own and a table of pictures in memory: `await using` removes the folder. */
export async function pictureHouse(): Promise<PictureHouse> {
  const folder = await mkdtemp(join(tmpdir(), "offstone-pictures-"));
  const rows: Picture[] = [];
  const pictures: Pictures = {
    find: async (id) => rows.find((row) => row.id === id),
    findByHash: async (hash) => rows.find((row) => row.hash === hash),
    findByAddress: async (address) => rows.find((row) => row.address === address),
    isShown: async () => true,
    async add(picture) {
      rows.push(picture);
    },
  };
  const store: PictureRoom["store"] = { read: { pictures }, together: (work) => work({ pictures }) };
  const room = { store, darkroom: darkroomOf(folder), clock: systemClock, ids: idsBy(systemClock) };
  return {
    room,
    folder,
    rows,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A picture with something on it, so that coders have work. */
export const aPicture = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#88a",
      noise: { type: "gaussian", mean: 128, sigma: 20 },
    },
  });
