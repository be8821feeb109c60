import type { Server, ServerResponse } from "node:http";
import { seconds } from "../base/clock.ts";

const patience = seconds(30);
const looksEvery = seconds(5);
const leastBytes = 32 * 1024; // within `patience`; one line of a telephone modem

type Watched = { since: number; written: number };

/**
 * Ends connections whose reader takes nothing, or next to nothing, of a reply for 30 s (LOD-03: Node never does).
 * A reply the system took whole is not watched, so the common case costs one comparison.
 */
export function watchSlowReaders(server: Server): { look(response: ServerResponse): void } {
  const watched = new Map<ServerResponse, Watched>();
  const timer = setInterval(() => cutSlow(watched), looksEvery).unref();
  server.once("close", () => clearInterval(timer));
  return {
    look(response) {
      if (response.writableFinished || (response.writableEnded && response.writableLength === 0)) return;
      watched.set(response, { since: performance.now(), written: response.socket?.bytesWritten ?? 0 });
      response.once("close", () => watched.delete(response));
    },
  };
}

function cutSlow(watched: Map<ServerResponse, Watched>): void {
  const now = performance.now();
  for (const [response, seen] of watched) {
    const { socket } = response;
    if (socket === null || socket.writableLength === 0) seen.since = now;
    else if (now - seen.since >= patience) {
      const sent = socket.bytesWritten - socket.writableLength;
      if (sent - seen.written < leastBytes) socket.destroy();
      seen.since = now;
      seen.written = sent;
    }
  }
}
