import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { makeFolder } from "../base/make-folder.ts";
import { refuse } from "./refusals.ts";

/** The list of a backup: what lies in it, with the hash of each file, so that it can be proved whole. */
const list = z.object({
  madeAt: z.string(),
  counts: z.record(z.string(), z.number()),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});
export type BackupList = z.infer<typeof list>;

const listName = "backup.json";

/** Refuses a folder that has something in it. One that is missing is as good as empty. */
export async function assertEmpty(folder: string): Promise<void> {
  const there = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    throw cause;
  });
  if (there.length > 0) throw refuse("folder-not-empty", { detail: { folder } });
}

/** Has a folder written beside its place and moves it there whole; when writing fails, nothing is left of it. */
export async function writeAside<Result>(
  folder: string,
  write: (aside: string) => Promise<Result>,
): Promise<Result> {
  const aside = `${folder}.part-${process.pid}`;
  makeFolder(aside);
  try {
    const result = await write(aside);
    await rename(aside, folder);
    return result;
  } catch (cause) {
    await rm(aside, { recursive: true, force: true });
    throw cause;
  }
}

/** All files under a folder, as paths inside it. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).toSorted();
}

/** Copies one file, durably, making its folder. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  await using file = await open(to, "r+");
  await file.sync();
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest("hex");
}

export async function writeList(folder: string, facts: BackupList): Promise<void> {
  await writeFile(join(folder, listName), `${JSON.stringify(facts, null, 1)}\n`, {
    mode: 0o600,
    flush: true,
  });
}

/** The list of a backup; refuses a folder that has none that can be read. */
export async function readList(folder: string): Promise<BackupList> {
  const text = await readFile(join(folder, listName), "utf8").catch(() => null);
  if (text === null) throw notWhole(folder, `it has no ${listName}`);
  const read = list.safeParse(parsed(text));
  if (!read.success) throw notWhole(folder, `its ${listName} cannot be read`);
  return read.data;
}

/** Refuses the backup unless every file of its list is there with its hash. */
export async function assertWhole(
  folder: string,
  { files }: BackupList,
  tell: (done: number) => Promise<void>,
): Promise<void> {
  for (const [at, { path, sha256 }] of files.entries()) {
    await tell(at);
    const hash = await hashOf(join(folder, path)).catch(() => null);
    if (hash === null) throw notWhole(folder, `${path} is missing`);
    if (hash !== sha256) throw notWhole(folder, `${path} is not what was backed up`);
  }
}

export const notWhole = (folder: string, why: string) =>
  refuse("backup-not-whole", { detail: { folder, why } });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // refused by the schema
  }
}
