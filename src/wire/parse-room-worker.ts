import { parentPort } from "node:worker_threads";
import { loadFormats, readCopy, type CopyOrigin, type ReadCopy } from "./parse-copy.ts";

// The other side of parse-room.ts: one copy at a time, its items sent in chunks as they are made.

export type ParseOrder = { readonly bytes: Uint8Array; readonly origin: CopyOrigin };

/** `items` is JSON: the main thread reads it faster than a structured clone of the same items. */
export type ParseNews =
  | { readonly tells: "ready" }
  | { readonly tells: "start"; readonly copy: Omit<ReadCopy, "items"> }
  | { readonly tells: "items"; readonly items: string }
  | { readonly tells: "end"; readonly unreadable: string | null };

// Small enough that reading a chunk holds up the main thread for a few milliseconds only.
const chunkLength = 256 * 1024;

const formats = await loadFormats();
const tell = (news: ParseNews) => parentPort?.postMessage(news);

parentPort?.on("message", ({ bytes, origin }: ParseOrder) => {
  try {
    tell({ tells: "end", unreadable: work(bytes, origin) });
  } catch (fault) {
    // A fault of ours in a format must cost this copy only; its bytes are kept for the mended reader.
    tell({
      tells: "end",
      unreadable: `Reading the copy failed inside Offstone (${String(fault)}); its bytes are kept.`,
    });
  }
});
tell({ tells: "ready" });

function work(bytes: Uint8Array, origin: CopyOrigin): string | null {
  const read = readCopy(bytes, origin, formats);
  if ("unreadable" in read) return read.unreadable;
  const { items, ...copy } = read;
  tell({ tells: "start", copy });
  let [chunk, length]: [string[], number] = [[], 0];
  const send = () => {
    tell({ tells: "items", items: `[${chunk.join(",")}]` });
    [chunk, length] = [[], 0];
  };
  for (const item of items) {
    const json = JSON.stringify(item);
    chunk.push(json);
    length += json.length;
    if (length >= chunkLength) send();
  }
  if (chunk.length > 0) send();
  return null;
}
