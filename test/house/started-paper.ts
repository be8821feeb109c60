import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { freePort } from "./free-port.ts";

export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/** A newsroom as an operator has it: its own process on an empty folder, spoken to by commands of their own. */
export type StartedPaper = AsyncDisposable & {
  readonly origin: string;
  readonly folder: string;
  /** `offstone ARGS`, given in another process while the newsroom runs. */
  offstone(...args: readonly string[]): Promise<Said>;
  /** Lays a file into the folder and answers its path. */
  file(name: string, bytes: string | Uint8Array): Promise<string>;
  get(path: string): Promise<Response>;
  /** Ends the newsroom; commands then open its folder themselves. */
  stop(): Promise<void>;
};

const main = join(import.meta.dirname, "../../src/main.ts");

/** Starts `offstone start` and waits until it can serve. `databaseUrl` null = embedded. */
export async function startPaper(
  databaseUrl: string | null = null,
  { sample = true }: { readonly sample?: boolean } = {},
): Promise<StartedPaper> {
  const folder = await mkdtemp(join(tmpdir(), "offstone-paper-"));
  const port = await freePort();
  const { PATH, TMPDIR } = process.env;
  const env = {
    ...(PATH === undefined ? {} : { PATH }),
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    OFFSTONE_DATA: join(folder, "data"),
    PORT: String(port),
    OFFSTONE_SAMPLE: sample ? "on" : "off",
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
  const run = (args: readonly string[]) =>
    spawn(process.execPath, [main, ...args], { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const newsroom = run(["start"]);
  const origin = `http://localhost:${port}`;
  await untilServing(newsroom, origin);
  return {
    origin,
    folder,
    offstone: async (...args) => answerOf(run(args)),
    async file(name, bytes) {
      const path = join(folder, name);
      await writeFile(path, bytes);
      return path;
    },
    get: async (path) => fetch(origin + path, { redirect: "manual" }),
    stop: async () => stopped(newsroom),
    async [Symbol.asyncDispose]() {
      await stopped(newsroom);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilServing(newsroom: ChildProcess, origin: string): Promise<void> {
  let said = "";
  for (const stream of [newsroom.stdout, newsroom.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => (said = (said + part).slice(-8000)));
  for (let tries = 0; tries < 300; tries++) {
    if (newsroom.exitCode !== null) throw new Error(`The newsroom did not open:\n${said}`);
    const ready = await fetch(`${origin}/healthz`).catch(() => undefined);
    if (ready?.status === 200) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  newsroom.kill("SIGKILL");
  throw new Error(`The newsroom did not open in 30 seconds:\n${said}`);
}

async function answerOf(command: ChildProcess): Promise<Said> {
  if (command.stdout === null || command.stderr === null) throw new Error("A command has no streams.");
  const [out, err] = await Promise.all([text(command.stdout), text(command.stderr), ended(command)]);
  return { code: command.exitCode, out, err };
}

async function stopped(newsroom: ChildProcess): Promise<void> {
  newsroom.kill("SIGTERM");
  const late = setTimeout(() => newsroom.kill("SIGKILL"), 15_000);
  await ended(newsroom);
  clearTimeout(late);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
