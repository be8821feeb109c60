import { Refusal } from "../base/refusal.ts";
import type { Answer } from "./exchange.ts";
import type { Completeness } from "./fetched.ts";
import { showHost } from "./read-address.ts";
import { refuse } from "./refusals.ts";
import { during, reasonOf, type Trip } from "./trip.ts";
import { unpack } from "./unpack.ts";

type Reading = { readonly most: number; readonly trip: Trip };
export type PageBytes = { readonly bytes: Uint8Array; readonly complete: Completeness };

/**
 * Reads and unpacks a body, counting as it comes, and says whether all of it came. Refuses one larger than `most`
 * bytes, before or after unpacking, and one that holds nothing.
 */
export async function readPage(answer: Answer, { most, trip }: Reading): Promise<PageBytes> {
  const host = showHost(trip.host);
  if (Number(answer.headers["content-length"] ?? 0) > most) throw tooLarge(host, most);
  const { raw, cut } = await during(trip, "body", () => collect(answer, { most, trip }));
  const unpacked = await unpack({ raw, declared: answer.headers["content-encoding"] ?? "", most, host });
  if (unpacked.bytes.length === 0) throw refuse("answer-empty", { detail: { host } });
  return { bytes: unpacked.bytes, complete: cut || unpacked.cut ? "cut" : endOf(answer) };
}

async function collect(answer: Answer, { most, trip }: Reading): Promise<{ raw: Uint8Array; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of answer.body) {
      size += chunk.length;
      if (size > most) throw tooLarge(showHost(trip.host), most);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (trip.signal.aborted) throw reasonOf(trip.signal);
    // The connection ended before the body did: what came is kept, and marked.
    return { raw: Buffer.concat(chunks), cut: true };
  }
  return { raw: Buffer.concat(chunks), cut: false };
}

// Without a length and without chunks the end of the connection is the end of the body, cut or not.
const endOf = ({ headers }: Answer): Completeness =>
  "content-length" in headers || "transfer-encoding" in headers ? "proven" : "unproven";

const tooLarge = (host: string, most: number) =>
  refuse("answer-too-large", { detail: { host, most: Math.round(most / 1024 / 1024) } });
