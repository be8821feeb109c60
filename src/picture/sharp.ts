import type { Sharp, SharpOptions } from "sharp";

const pixels = { still: 100_000_000, moving: 50_000_000 } as const;
export const mostPixels = (frames: number) => (frames > 1 ? pixels.moving : pixels.still);

/**
 * Opens a picture with the limits every decode has: pixels, first frame only, no tolerance for damage. The library
 * is loaded when first needed, since a newsroom must start fast, and keeps nothing between pictures.
 */
export async function openPicture(bytes: Uint8Array, options: SharpOptions = {}): Promise<Sharp> {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(bytes, { limitInputPixels: pixels.still, failOn: "error", ...options }).timeout({
    seconds: 20,
  });
}
