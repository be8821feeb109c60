import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createConnection, createServer, type Socket } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** The door of the running newsroom for commands given on the same machine by the same account: a socket in its folder. */
export type PrivateLine = { close(): Promise<void> };

// The system takes no socket path above 107 bytes; for such a folder a pointer says where the socket lies.
const longest = 100;
const nameOf = (data: string) => join(data, "offstone.sock");
const pointerOf = (data: string) => join(data, "offstone.sock.at");

/** Listens for commands. The caller holds the lock of the folder, so a socket that lies there is stale. */
export async function openPrivateLine(data: string, receive: (line: Socket) => void): Promise<PrivateLine> {
  const path = await freshPath(data);
  const server = createServer(receive);
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    const before = process.umask(0o177); // never open to others, not even for a moment
    server.listen(path, done);
    process.umask(before);
  });
  await chmod(path, 0o600);
  return {
    async close() {
      await new Promise((done) => server.close(done));
      await rm(path, { force: true });
      await rm(pointerOf(data), { force: true });
    },
  };
}

/** A line to the newsroom that runs on this folder; undefined where none does. */
export async function reachNewsroom(data: string): Promise<Socket | undefined> {
  const path = await knownPath(data);
  if (path === undefined) return undefined;
  return new Promise((done, failed) => {
    const line = createConnection(path);
    line.once("connect", () => done(line.removeAllListeners("error")));
    line.once("error", (error: NodeJS.ErrnoException) =>
      ["ENOENT", "ECONNREFUSED", "ENOTSOCK", "ENOTDIR"].includes(error.code ?? "")
        ? done(undefined)
        : failed(error),
    );
  });
}

async function freshPath(data: string): Promise<string> {
  const path = nameOf(data);
  await rm(path, { force: true });
  if (Buffer.byteLength(path) <= longest) return path;
  const room = await mkdtemp(join(tmpdir(), "offstone-"));
  await writeFile(pointerOf(data), join(room, "line.sock"), { mode: 0o600 });
  return join(room, "line.sock");
}

async function knownPath(data: string): Promise<string | undefined> {
  const path = nameOf(data);
  if (Buffer.byteLength(path) <= longest) return path;
  const pointed = (await readFile(pointerOf(data), "utf8").catch(() => "")).trim();
  if (pointed === "") return undefined;
  const found = await stat(pointed).catch(() => undefined);
  return found?.uid === userInfo().uid ? pointed : undefined;
}
