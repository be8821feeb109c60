import type { Duplex } from "node:stream";
import { STATUS_CODES } from "node:http";
import { headersOf } from "./send.ts";

/**
 * What HTTP could not even be read from gets a short reply with the headers of every other reply, and the connection is
 * closed, so that what follows cannot be taken for a second request (LOD-11).
 */
export function answerBroken(error: NodeJS.ErrnoException, socket: Duplex, origin: string): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = statuses[error.code ?? ""] ?? 400;
  const text = `${status} ${STATUS_CODES[status]}\n`;
  const headers = headersOf("notice", { type: "text/plain; charset=utf-8", origin });
  const lines = [...headers, ["Content-Length", String(text.length)], ["Connection", "close"]];
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${text}`, () => socket.destroy());
}

const statuses: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
