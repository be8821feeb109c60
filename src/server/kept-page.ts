import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Header } from "./send.ts";

/** What rendering made of one address, before it is packed. `keep`: until a tag changes, for seconds (a 404), or not at all. */
export type Rendered = {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly tags: readonly string[];
  readonly keep: "until-changed" | "briefly" | "not";
};

/** The page in one coding, ready to be written: `head` and `unchanged` (for 304) are flat raw header lists. */
export type Coded = {
  readonly head: string[];
  readonly unchanged: string[];
  readonly bytes: Buffer;
  readonly etag: string;
};

export type KeptPage = {
  readonly status: number;
  readonly tags: readonly string[];
  readonly plain: Coded;
  readonly gzip: Coded | null;
  /** Made off the hot path, once a second reader asks for it. */
  brotli: Coded | null;
  brotliAsked: number;
  /** Looked at since the shelf last made room (second chance). */
  used: boolean;
  readonly madeAt: number;
};

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);
const smallest = 860; // below one packet nothing is won by packing

/** Packs what was rendered: as it is and gzip at once. `madeAt` is steady time. */
export async function packPage(rendered: Rendered, madeAt: number): Promise<KeptPage> {
  const bytes = Buffer.from(rendered.body);
  const packs = rendered.keep === "until-changed" && bytes.length >= smallest && isText(rendered.headers);
  const packed = packs ? await gzipped(bytes, { level: 6 }) : null;
  const mark = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return {
    status: rendered.status,
    tags: rendered.tags,
    plain: coded(rendered, bytes, { mark, coding: null }),
    gzip: packed && coded(rendered, packed, { mark, coding: "gzip" }),
    brotli: null,
    brotliAsked: 0,
    used: true,
    madeAt,
  };
}

/** The denser packing, in the thread pool. */
export async function packBrotli(page: KeptPage): Promise<Coded> {
  const bytes = await brotlied(page.plain.bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: page.plain.bytes.length,
    },
  });
  return recoded(page.plain, bytes);
}

export const sizeOf = (page: KeptPage): number =>
  2000 + page.plain.bytes.length + (page.gzip?.bytes.length ?? 0) + (page.brotli?.bytes.length ?? 0);

const isText = (headers: readonly Header[]) =>
  headers.some(
    ([name, value]) => name === "Content-Type" && /^text\/|[/+](json|xml|manifest\+json)\b/.test(value),
  );

// A strong tag names bytes, so each coding has its own (TIM-13).
function coded(
  { headers }: Rendered,
  bytes: Buffer,
  { mark, coding }: { mark: string; coding: "gzip" | null },
): Coded {
  const etag = coding === null ? `"${mark}"` : `"${mark}.gz"`;
  const shared = [...headers.flat(), "Vary", "Accept-Encoding", "ETag", etag];
  const packing = coding === null ? [] : ["Content-Encoding", coding];
  return {
    head: [...shared, ...packing, "Content-Length", String(bytes.length)],
    unchanged: shared,
    bytes,
    etag,
  };
}

function recoded(plain: Coded, bytes: Buffer): Coded {
  const etag = plain.etag.replace(/"$/, '.br"');
  const unchanged = plain.unchanged.with(-1, etag);
  return {
    head: [...unchanged, "Content-Encoding", "br", "Content-Length", String(bytes.length)],
    unchanged,
    bytes,
    etag,
  };
}
