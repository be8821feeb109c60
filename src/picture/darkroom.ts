import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Picture } from "../store/tables/pictures.ts";
import { keepFile } from "./keep-file.ts";
import { makeRendition, type RenditionWanted } from "./make-rendition.ts";
import { refuse } from "./refusals.ts";

type Kept = Pick<Picture, "hash" | "type" | "width" | "credit" | "rights">;
export type Wanted = RenditionWanted & { readonly picture: Kept };

/**
 * Makes renditions, one at a time however many are asked for (CASES UPL-10), and keeps them; asking twice for one at
 * the same time makes it once. `folder` is the data folder.
 */
export type Darkroom = {
  /** The bytes of a rendition, from the disk or made now. Refuses "picture-not-found" when the original is lost, "picture-broken" when it cannot be decoded. */
  readonly rendition: (wanted: Wanted) => Promise<Uint8Array>;
  /** Puts original bytes under their hash. */
  readonly keepOriginal: (hash: string, bytes: Uint8Array) => Promise<void>;
  /** Decodes the smallest rendition of bytes not yet kept: proof that they are whole. Refuses "picture-broken". */
  readonly prove: (bytes: Uint8Array, picture: Kept) => Promise<void>;
};

export function darkroomOf(folder: string): Darkroom {
  const underWay = new Map<string, Promise<Uint8Array>>();
  const inTurn = queue();
  const make = async ({ picture, ...wanted }: Wanted, path: string) => {
    const made = await readIfThere(path);
    if (made !== null) return made;
    const original = await readIfThere(originalPath(folder, picture.hash));
    if (original === null) throw refuse("picture-not-found");
    const bytes = await inTurn(() => makeRendition(original, picture, wanted));
    await keepFile(path, bytes);
    return bytes;
  };
  return {
    rendition(wanted) {
      const path = renditionPath(folder, wanted);
      const running = underWay.get(path);
      if (running !== undefined) return running;
      const work = make(wanted, path).finally(() => underWay.delete(path));
      underWay.set(path, work);
      return work;
    },
    keepOriginal: (hash, bytes) => keepFile(originalPath(folder, hash), bytes),
    async prove(bytes, picture) {
      await inTurn(() => makeRendition(bytes, picture, { width: 320, format: "jpeg" }));
    },
  };
}

export const originalPath = (folder: string, hash: string) =>
  join(folder, "pictures", hash.slice(0, 2), hash);

const renditionPath = (folder: string, { picture: { hash }, width, format }: Wanted) =>
  join(folder, "renditions", hash.slice(0, 2), `${hash}-${width}.${format}`);

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}
