import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { accessSync, chownSync, closeSync, constants, globSync, mkdtempSync } from "node:fs";
import { openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "./free-port.ts";

export type TestPostgres = {
  /** postgres://… of a database made for this run. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts a throw-away PostgreSQL server on a free port of the loopback, its files in a temporary folder, syncing off.
 * Throws a sentence that says what to install when no server programs are found.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = findPrograms();
  const as = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "offstone-postgres-"));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const files = join(folder, "data");
  const run = promisify(execFile);
  const how = ["--auth=trust", "--username=offstone", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await run(join(programs, "initdb"), ["-D", files, ...how], { ...as, cwd: folder });
  const port = await freePort();
  // A file and not a pipe: a runner that waits for its tests reads no pipe, and a full one would stop the server.
  const log = join(folder, "server.log");
  const said = openSync(log, "w");
  const server = spawn(join(programs, "postgres"), ["-D", files, ...settings(port, folder)], {
    ...as,
    cwd: folder,
    stdio: ["ignore", said, said],
  });
  closeSync(said);
  process.once("exit", () => server.kill("SIGQUIT"));
  await untilReady(server, log);
  return {
    url: `postgres://offstone@127.0.0.1:${port}/postgres`,
    stop: () => stopServer(server, folder),
  };
}

const settings = (port: number, folder: string) =>
  [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${folder}`,
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=300",
    "shared_buffers=64MB",
  ].flatMap((each) => ["-c", each]);

function findPrograms(): string {
  const debian = globSync("/usr/lib/postgresql/*/bin/postgres").toSorted((one, other) =>
    other.localeCompare(one, "en", { numeric: true }),
  );
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "postgres"));
  const found = [...debian, ...onPath].find(isProgram);
  if (!found)
    throw new Error(
      "No PostgreSQL server was found to test against: install one (on Debian: apt-get install postgresql), " +
        "or name a running one in OFFSTONE_TEST_POSTGRES=postgres://….",
    );
  return dirname(found);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// The server refuses to run as root: the account made for it, else the one that owns nothing.
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const account = ["postgres", "nobody"]
    .map((name) => accounts.find((each) => each[0] === name))
    .find((each) => each !== undefined);
  return { uid: Number(account?.[2] ?? 65_534), gid: Number(account?.[3] ?? 65_534) };
}

async function untilReady(server: ChildProcess, log: string): Promise<void> {
  for (;;) {
    const said = readFileSync(log, "utf8");
    if (said.includes("ready to accept connections")) return;
    if (server.exitCode !== null)
      throw new Error(`The PostgreSQL server for tests ended with ${server.exitCode}:\n${said}`);
    await wait(20);
  }
}

// SIGINT: fast shutdown, connections are cut.
async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
