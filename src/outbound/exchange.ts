import type { Socket } from "node:net";
import { Refusal } from "../base/refusal.ts";
import type { AnswerHeaders } from "./fetched.ts";
import { readHeaders } from "./read-headers.ts";
import { showHost, type Target } from "./read-address.ts";
import { refuse } from "./refusals.ts";
import { brokenOff, during, reasonOf, type Trip } from "./trip.ts";

/** An answer whose body is still on its way. `close` must be called, read or not: it ends the connection. */
export type Answer = {
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: AsyncIterable<Uint8Array>;
  close(): Promise<void>;
};

const largestHead = 64 * 1024;
const mostNotices = 8;

/** Asks once over a connection that stands, without redirects, cookies or decoding. */
export async function exchange(
  socket: Socket,
  target: Target,
  trip: Trip,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const client = await clientOver(socket, target);
  const close = async () => {
    await client.destroy();
    socket.destroy();
  };
  let notices = 0;
  try {
    const {
      statusCode,
      headers: raw,
      body,
    } = await during(trip, "first-byte", (signal) =>
      client.request({
        method: "GET",
        path: target.url.pathname + target.url.search,
        headers,
        signal,
        reset: true,
        responseHeaders: "raw",
        onInfo: () => {
          notices += 1;
          if (notices > mostNotices) socket.destroy(refuse("answer-malformed", { detail: floodOf(target) }));
        },
      }),
    );
    return { status: statusCode, headers: readHeaders(raw, showHost(target.host)), body, close };
  } catch (error) {
    await close();
    throw foreign(error, trip);
  }
}

const floodOf = ({ host }: Target) => ({ host: showHost(host), why: "notices without end" });

async function clientOver(socket: Socket, target: Target) {
  // Loaded when first needed: it is large, and a newsroom must start fast.
  const { Client } = await import("undici");
  let handed = false;
  return new Client(target.url.origin, {
    connect: (_, done) => {
      // One connection, vetted by us, is all this client ever gets. The library does not expect it at once.
      const first = !handed;
      handed = true;
      queueMicrotask(() =>
        first ? done(null, socket) : done(new Error("the connection was used up"), null),
      );
    },
    maxHeaderSize: largestHead,
    headersTimeout: 0,
    bodyTimeout: 0,
    allowH2: false,
    useMilo: false,
  });
}

function foreign(error: unknown, trip: Trip): unknown {
  if (error instanceof Refusal) return error;
  if (trip.signal.aborted) return reasonOf(trip.signal);
  const why = error instanceof Error ? malformed(error) : null;
  return why === null
    ? brokenOff(trip, error)
    : refuse("answer-malformed", { detail: { host: showHost(trip.host), why }, cause: error });
}

// The parser's errors have no code of their own; one without data means that the connection ended inside the head.
function malformed(error: Error): string | null {
  const code = "code" in error ? error.code : null;
  if (code === "UND_ERR_HEADERS_OVERFLOW") return "its head is too large";
  if (code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH") return "its length is wrong";
  return error.name === "HTTPParserError" && "data" in error && error.data ? "it breaks the rules" : null;
}
