import { oneLine, shorten } from "../base/text.ts";

/** Who made a picture and whose it is, as written into the file. "" where nothing is. */
export type PrintedCredit = { readonly credit: string; readonly rights: string };

type Blocks = { readonly [Block in "exif" | "iptc" | "xmp"]?: Buffer | undefined };

/**
 * Reads credit and copyright from a picture's metadata, in the order agencies fill them: IPTC, XMP, and only then Exif,
 * whose writers leave out the letters beyond ASCII. It must be
 * read before anything is re-encoded, which drops all of it (CASES F13). Never throws: metadata is often damaged.
 */
export function readPrintedCredit({ exif, iptc, xmp }: Blocks): PrintedCredit {
  const dataset = iptc === undefined ? new Map<number, string>() : readIptc(iptc);
  const packet = xmp?.subarray(0, 500_000).toString("utf8") ?? "";
  const tags = exif === undefined ? new Map<number, string>() : readExif(exif);
  const person = first(dataset.get(80), property(packet, "dc:creator"));
  const house = first(dataset.get(110), property(packet, "photoshop:Credit"), dataset.get(115));
  const together = [person, house]
    .filter((each, at, all) => each !== "" && all.indexOf(each) === at)
    .join("/");
  return {
    credit: shorten(together || first(tags.get(0x013b)), 300),
    rights: shorten(first(dataset.get(116), property(packet, "dc:rights"), tags.get(0x8298)), 1000),
  };
}

const first = (...given: readonly (string | undefined)[]): string =>
  given.map((each) => oneLine((each ?? "").replace(/\0/g, " "))).find((each) => each !== "") ?? "";

// IPTC IIM 4.2: marker 0x1c, record 2, dataset, length of two bytes, value. Old files are latin-1, new ones UTF-8.
function readIptc(block: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  for (let at = block.indexOf("\x1c\x02", 0, "latin1"); at >= 0 && at + 5 <= block.length;) {
    const size = block.readUInt16BE(at + 3);
    const number = block.readUInt8(at + 2);
    if (!found.has(number)) found.set(number, decode(block.subarray(at + 5, at + 5 + size)));
    at = block.indexOf("\x1c\x02", at + 5 + size, "latin1");
  }
  return found;
}

// Exif 2.32 section 4.6: only the first directory, only its text tags.
function readExif(block: Buffer): Map<number, string> {
  const found = new Map<number, string>();
  const tiff = block.subarray(block.toString("latin1", 0, 6) === "Exif\0\0" ? 6 : 0);
  if (tiff.length < 14) return found;
  const isLittle = tiff.toString("latin1", 0, 2) === "II";
  const long = (at: number) =>
    at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = long(4);
  for (let entry = 0; entry < Math.min(short(start), 200); entry += 1) {
    const at = start + 2 + entry * 12;
    const size = long(at + 4);
    const from = size <= 4 ? at + 8 : long(at + 8);
    if (short(at + 2) === 2) found.set(short(at), decode(tiff.subarray(from, from + Math.min(size, 2000))));
  }
  return found;
}

// XMP writes a property as an attribute, as text, or as the items of a list.
function property(packet: string, name: string): string {
  const written =
    new RegExp(`\\s${name}="([^"]*)"`).exec(packet)?.[1] ??
    new RegExp(`<${name}(?:\\s[^>]*)?>([^]{0,5000}?)</${name}>`).exec(packet)?.[1] ??
    "";
  return written
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:#(\d{1,7})|(lt|gt|quot|apos|amp));/g, (whole, code?: string, name?: string) =>
      code === undefined ? (entities[name ?? ""] ?? whole) : letter(Number(code)),
    );
}

const letter = (code: number) => (code > 31 && code < 0x110000 ? String.fromCodePoint(code) : " ");

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function decode(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  return text.includes("\uFFFD") ? bytes.toString("latin1") : text;
}
