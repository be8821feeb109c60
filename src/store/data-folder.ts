import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from "node:fs";
import { renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { toIso } from "../base/clock.ts";
import type { Instant } from "../base/clock.ts";
import { makeFolder } from "../base/make-folder.ts";
import { lockFile } from "./dialects/lock-file.ts";
import { refuse } from "./refusals.ts";

/**
 * What is written at first set-up: this folder belongs to the newsroom `id`. While it stands, a missing or empty
 * database is a loss and never the start of a new newsroom (CASES SES-37, F9).
 */
const marker = z.object({ id: z.string(), madeAt: z.number() });
export type Marker = z.infer<typeof marker>;

const holder = z.object({ pid: z.number(), since: z.string() });

export type DataFolder = {
  readonly path: string;
  /** Where the embedded database lies. */
  readonly database: string;
  readonly marker: Marker | null;
  /** Kept for good when it returns: file and folder are synced. */
  keepMarker(marker: Marker): void;
  /** The number of the last commit that was acknowledged from this folder; 0 when none is known. */
  readonly lastCommit: number;
  noteCommit(number: number): void;
  release(): void;
};

/**
 * Takes a data folder for this process alone, making it where it is missing (0700, files 0600 whatever the umask).
 * Refuses at once, naming the process that has it; a process killed in any way leaves no lock (STO-12).
 */
export function takeDataFolder(path: string, now: Instant): DataFolder {
  if (!existsSync(path)) makeFolder(path);
  const lock = lockFile(join(path, "lock.db"));
  if (!lock) throw refuse("store-in-use", { detail: { folder: path, ...holderOf(path) } });
  writeWhole(join(path, "holder.json"), JSON.stringify({ pid: process.pid, since: toIso(now) }));
  const commits = openSync(
    join(path, "last-commit"),
    existsSync(join(path, "last-commit")) ? "r+" : "wx+",
    0o600,
  );
  return {
    path,
    database: join(path, "offstone.db"),
    marker: readMarker(path),
    keepMarker: (kept) => writeWhole(join(path, "install.json"), JSON.stringify(kept)),
    lastCommit: Number.parseInt(readFileSync(commits, "latin1"), 10) || 0,
    // Not synced: after a power cut it may say less than was kept, never more, and less raises no alarm.
    noteCommit: (number) => void writeSync(commits, String(number).padStart(16, "0"), 0),
    release() {
      closeSync(commits);
      lock.release();
    },
  };
}

function holderOf(path: string): { pid: number | string; since: string } {
  const file = join(path, "holder.json");
  if (!existsSync(file)) return { pid: "unknown", since: "just now" };
  return holder.parse(JSON.parse(readFileSync(file, "utf8")));
}

function readMarker(path: string): Marker | null {
  const file = join(path, "install.json");
  return existsSync(file) ? marker.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}

// Written aside, synced, put in place, and the folder synced: whole or not there, also after a power cut.
function writeWhole(file: string, text: string): void {
  const aside = `${file}.new`;
  const handle = openSync(aside, "w", 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  chmodSync(aside, 0o600);
  renameSync(aside, file);
  const folder = openSync(join(file, ".."), "r");
  fsyncSync(folder);
  closeSync(folder);
}
