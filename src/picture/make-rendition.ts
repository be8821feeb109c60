import type { Sharp } from "sharp";
import type { RenditionFormat, RenditionWidth } from "../story/picture-address.ts";
import type { Picture } from "../store/tables/pictures.ts";
import { refuse } from "./refusals.ts";
import { openPicture } from "./sharp.ts";

export type RenditionWanted = { readonly width: RenditionWidth; readonly format: RenditionFormat };
type Original = Pick<Picture, "type" | "width" | "credit" | "rights">;

/**
 * Makes one rendition: right way up, sRGB, never larger than the original, first frame of a moving picture. Of the
 * original's metadata only credit and copyright go in, written anew from our record: no place, no serial number, no
 * thumbnail of what was cropped (CASES UPL-11).
 */
export async function makeRendition(
  bytes: Uint8Array,
  original: Original,
  { width, format }: RenditionWanted,
): Promise<Uint8Array> {
  const isDrawing = original.type === "image/svg+xml";
  // A drawing has no pixels of its own: it is drawn at the size wanted.
  const density = Math.min(2400, Math.max(1, (72 * width) / original.width));
  const opened = await openPicture(bytes, isDrawing ? { density } : {});
  const sized = opened.autoOrient().resize({ width, withoutEnlargement: !isDrawing });
  try {
    return await withCredit(coded(sized, format), original).toBuffer();
  } catch (cause) {
    throw refuse("picture-broken", { cause });
  }
}

function coded(picture: Sharp, format: RenditionFormat): Sharp {
  switch (format) {
    case "avif":
      return picture.avif({ quality: 55, effort: 2 });
    case "webp":
      return picture.webp({ quality: 78 });
    case "jpeg":
      return picture.flatten({ background: "#ffffff" }).jpeg({ quality: 80, mozjpeg: true });
  }
}

function withCredit(picture: Sharp, { credit, rights }: Original): Sharp {
  if (credit === "" && rights === "") return picture;
  return picture.withXmp(xmpOf(credit, rights)).withExif({
    IFD0: { ...(credit ? { Artist: credit } : {}), ...(rights ? { Copyright: rights } : {}) },
  });
}

// XMP part 1, section 7: one description with the two properties the IPTC photo standard names.
const xmpOf = (credit: string, rights: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" photoshop:Credit="${escaped(credit)}"><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escaped(rights)}</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
