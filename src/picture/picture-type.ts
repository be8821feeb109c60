import type { Picture } from "../store/tables/pictures.ts";

export type PictureType = Picture["type"];

/**
 * What a file is by its first bytes; undefined for anything that is not on the list. Names and declared types lie
 * and are not asked (CASES UPL-03).
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const start = Buffer.from(bytes.subarray(0, 256)).toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (/^GIF8[79]a/.test(start)) return "image/gif";
  if (/^RIFF[^]{4}WEBPVP8/.test(start)) return "image/webp";
  if (/^[^]{4}ftypavi[fs]/.test(start)) return "image/avif";
  return /^(ï»¿)?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<svg[\s>]/.test(start) ? "image/svg+xml" : undefined;
}
