import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { setTimeout as pause } from "node:timers/promises";
import type { Certificate } from "./certificate.ts";

export type Seen = {
  readonly path: string;
  readonly head: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** What the server does with one request: it has the raw socket and may break every rule. */
export type Script = (socket: Socket, seen: Seen) => void | Promise<void>;

/** A server on loopback that misbehaves as told, by path ("*" for any other), and remembers what it was asked (CASES 3.0 H1). */
export type FaultServer = {
  readonly port: number;
  readonly seen: Seen[];
  readonly scripts: Map<string, Script>;
  close(): Promise<void>;
};

export async function openFaultServer({
  host = "127.0.0.1",
  certificate,
}: { host?: string; certificate?: Certificate } = {}): Promise<FaultServer> {
  const scripts = new Map<string, Script>();
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    let head = "";
    socket.on("data", (chunk) => {
      head += chunk.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      const request = readHead(head);
      head = "";
      seen.push(request);
      void act(scripts.get(request.path) ?? scripts.get("*"), socket, request);
    });
  };
  const server = certificate === undefined ? createServer(serve) : createTlsServer({ ...certificate }, serve);
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  server.on("tlsClientError", () => undefined);
  await listening(server, host);
  const closes = setTimeout(() => void server.close(), 60_000).unref();
  return {
    port: portOf(server),
    seen,
    scripts,
    async close() {
      clearTimeout(closes);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function act(script: Script | undefined, socket: Socket, seen: Seen): Promise<void> {
  // A script is often cut short because the client hung up: that is what many of them are for.
  await Promise.resolve()
    .then(() => (script ?? reply({ status: 404 }))(socket, seen))
    .catch(() => undefined);
}

function readHead(text: string): Seen {
  const head = text.slice(0, text.indexOf("\r\n\r\n"));
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line) => [
    line.split(":")[0]?.toLowerCase() ?? "",
    line.replace(/^[^:]*:\s*/, ""),
  ]);
  return { path: first.split(" ")[1] ?? "", head, headers: Object.fromEntries(headers) };
}

const listening = (server: Server, host: string) =>
  new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));

// A TCP server that listens always has an address of this kind.
export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

type Reply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

/** A proper answer with a length. */
export const reply = ({ status = 200, headers = {}, body = "" }: Reply): Script =>
  raw(head(status, { "content-length": String(Buffer.byteLength(body)), ...headers }), Buffer.from(body));

export const redirect = (location: string, status = 302): Script => reply({ status, headers: { location } });

/** Writes these very bytes and ends the connection. */
export const raw =
  (...parts: readonly (string | Uint8Array)[]): Script =>
  (socket) => {
    for (const part of parts) socket.write(typeof part === "string" ? Buffer.from(part, "latin1") : part);
    socket.end();
  };

export const head = (status: number, headers: Readonly<Record<string, string>> = {}): string =>
  `HTTP/1.1 ${status} Said\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("")}\r\n`;

/** Writes `start`, then one byte every `every` milliseconds without end. */
export const drip =
  (start: string, every: number): Script =>
  async (socket) => {
    socket.write(start);
    while (!socket.destroyed) {
      await pause(every);
      socket.write("a");
    }
  };

export const silence: Script = () => undefined;
