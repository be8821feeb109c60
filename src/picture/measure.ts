import type { Metadata } from "sharp";
import { mostPixels, openPicture } from "./sharp.ts";
import { pictureType, type PictureType } from "./picture-type.ts";
import { readPrintedCredit, type PrintedCredit } from "./printed-credit.ts";
import { refuse } from "./refusals.ts";

/** What the head of a picture file says. Width and height are as it is seen, turned the right way up. */
export type Measured = PrintedCredit & {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
};

/**
 * Reads type, size and credit from the head alone; nothing is decoded, so a pixel flood costs nothing (CASES UPL-01).
 * `ours`: a drawing that ships with Offstone, the only SVG that is let in (UPL-04).
 */
export async function measure(bytes: Uint8Array, { ours }: { readonly ours: boolean }): Promise<Measured> {
  const type = pictureType(bytes);
  if (type === undefined || (type === "image/svg+xml" && !ours))
    throw refuse("picture-type-refused", { detail: { what: type ?? "its first bytes are of no such kind" } });
  const head = await readHead(bytes);
  const { width, height } = head.autoOrient;
  const frames = head.pages ?? 1;
  const most = mostPixels(frames);
  if (width * height > most) throw tooMany(width * height, most);
  return { type, width, height, frames, ...readPrintedCredit(head) };
}

async function readHead(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await (await openPicture(bytes, { limitInputPixels: false })).metadata();
  } catch (cause) {
    throw refuse("picture-broken", { cause });
  }
}

const tooMany = (pixels: number, most: number) =>
  refuse("picture-too-many-pixels", {
    detail: { pixels: Math.round(pixels / 1_000_000), most: most / 1_000_000 },
  });
