import {
  brotliDecompress,
  constants,
  gunzip,
  inflate,
  inflateRaw,
  zstdDecompress,
  type BrotliOptions,
  type InputType,
  type ZlibOptions,
  type ZstdOptions,
} from "node:zlib";
import { refuse } from "./refusals.ts";

export type Unpacked = { readonly bytes: Uint8Array; readonly cut: boolean };
type Coding = "gzip" | "deflate" | "br" | "zstd";
type Packed = {
  readonly raw: Uint8Array;
  /** The Content-Encoding header as it came, "" without one. */
  readonly declared: string;
  /** Most bytes it may unpack to. */
  readonly most: number;
  readonly host: string;
};

/**
 * Undoes at most one content coding, counting what comes out and stopping at `most` (CASES F3: 498 bytes can hold
 * 200 MB). The first bytes decide where they and the header disagree. A body cut inside the coding gives what could
 * be read and says `cut`.
 */
export async function unpack(packed: Packed): Promise<Unpacked> {
  const coding = codingOf(packed);
  if (coding === null) return { bytes: packed.raw, cut: false };
  const whole = await decode(packed, coding, "whole");
  if ("bytes" in whole) return { bytes: whole.bytes, cut: false };
  if (whole.code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(packed);
  const part = whole.code === "Z_BUF_ERROR" ? await decode(packed, coding, "part") : whole;
  if ("bytes" in part && part.bytes.length > 0) return { bytes: part.bytes, cut: true };
  if (coding === "br" && looksPlain(packed.raw)) return { bytes: packed.raw, cut: false };
  throw refuse("coding-broken", { detail: { host: packed.host } });
}

function codingOf({ raw, declared, host }: Packed): Coding | null {
  const named = declared
    .toLowerCase()
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "identity");
  if (named.length > 1)
    throw refuse("coding-refused", { detail: { host, coding: `${named.length} times over` } });
  const [name = ""] = named;
  const seen = sniff(raw);
  if (name === "") return seen;
  if (name === "br") return seen ?? "br";
  if (name === "deflate") return seen ?? (looksPlain(raw) ? null : "deflate");
  if (["gzip", "x-gzip", "zstd"].includes(name)) return seen;
  if (looksPlain(raw)) return null;
  throw refuse("coding-refused", { detail: { host, coding: name.slice(0, 40) } });
}

// gzip: RFC 1952 section 2.3.1 (method 8 is the only one); zstd: RFC 8878 section 3.1.1.
function sniff(raw: Uint8Array): Coding | null {
  if (raw[0] === 0x1f && raw[1] === 0x8b && raw[2] === 8) return "gzip";
  if (raw[0] === 0x28 && raw[1] === 0xb5 && raw[2] === 0x2f && raw[3] === 0xfd) return "zstd";
  return null;
}

// What copy begins with: an optional byte order mark and blanks, then a tag, an object or a list.
const looksPlain = (raw: Uint8Array): boolean =>
  /^(ï»¿)?\s*[<{[]/.test(Buffer.from(raw.subarray(0, 64)).toString("latin1"));

type Extent = "whole" | "part";
type Decoded = { readonly bytes: Uint8Array } | { readonly code: string };

async function decode(packed: Packed, coding: Coding, extent: Extent): Promise<Decoded> {
  const { raw, most } = packed;
  const z = extent === "part" ? { finishFlush: constants.Z_SYNC_FLUSH } : {};
  const limit = { maxOutputLength: most };
  switch (coding) {
    case "gzip":
      return run<ZlibOptions>(gunzip, raw, { ...limit, ...z });
    case "deflate":
      // Servers mean either; the wrapped form always begins with method 8 (RFC 1950).
      return run<ZlibOptions>(((raw[0] ?? 0) & 15) === 8 ? inflate : inflateRaw, raw, { ...limit, ...z });
    case "br":
      return run<BrotliOptions>(brotliDecompress, raw, {
        ...limit,
        ...(extent === "part" ? { finishFlush: constants.BROTLI_OPERATION_FLUSH } : {}),
      });
    case "zstd":
      return run<ZstdOptions>(zstdDecompress, raw, {
        ...limit,
        ...(extent === "part" ? { finishFlush: constants.ZSTD_e_flush } : {}),
      });
  }
}

type Decoder<Options> = (
  raw: InputType,
  options: Options,
  done: (error: Error | null, bytes: Buffer) => void,
) => void;

const run = <Options>(decoder: Decoder<Options>, raw: Uint8Array, options: Options): Promise<Decoded> =>
  new Promise((resolve) => {
    decoder(raw, options, (error, bytes) =>
      resolve(error === null ? { bytes } : { code: "code" in error ? String(error.code) : "broken" }),
    );
  });

const tooLarge = ({ host, most }: Packed) =>
  refuse("answer-too-large-unpacked", { detail: { host, most: Math.round(most / 1024 / 1024) } });
