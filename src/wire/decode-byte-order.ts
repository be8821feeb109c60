/** How the bytes of a character are ordered, and how many bytes of mark to skip (the decoders skip theirs alone). */
export type ByteOrder = { readonly charset: string; readonly skip: number };

/**
 * The byte order mark, else the pattern a first character "<", "{" or "[" leaves in UTF-16 and UTF-32
 * (XML 1.0 appendix F). Null where bytes are single or nothing can be told.
 */
export function sniffByteOrder(bytes: Uint8Array): ByteOrder | null {
  return marks.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte)) ?? patternOf(bytes);
}

/** UTF-32, which the platform does not decode; what is no character becomes U+FFFD. */
export function decodeUtf32(bytes: Uint8Array, charset: "utf-32be" | "utf-32le"): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % 4));
  const units: string[] = [];
  for (let at = 0; at < view.byteLength; at += 4) {
    const point = view.getUint32(at, charset === "utf-32le");
    const valid = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    units.push(String.fromCodePoint(valid ? point : 0xfffd));
  }
  return units.join("");
}

const marks = [
  { starts: [0x00, 0x00, 0xfe, 0xff], charset: "utf-32be", skip: 4 },
  { starts: [0xff, 0xfe, 0x00, 0x00], charset: "utf-32le", skip: 4 },
  { starts: [0xef, 0xbb, 0xbf], charset: "utf-8", skip: 3 },
  { starts: [0xfe, 0xff], charset: "utf-16be", skip: 2 },
  { starts: [0xff, 0xfe], charset: "utf-16le", skip: 2 },
];

function patternOf(bytes: Uint8Array): ByteOrder | null {
  const shape = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? "0" : opens(byte) ? "x" : "-")).join(
    "",
  );
  const charset = patterns.find(([pattern]) => pattern.test(shape))?.[1];
  return charset === undefined ? null : { charset, skip: 0 };
}

const opens = (byte: number) => [0x3c, 0x7b, 0x5b].includes(byte);

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^000x/, "utf-32be"],
  [/^x000/, "utf-32le"],
  [/^0x0/, "utf-16be"],
  [/^x0[x-]0/, "utf-16le"],
];
