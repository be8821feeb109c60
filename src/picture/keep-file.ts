import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Puts a file in its place so that it is either there whole or not at all, also after a power cut: written aside,
 * forced to the disk, renamed, and the folder's entry forced too. Writing the same file twice is harmless.
 */
export async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const aside = join(folder, `.${randomBytes(8).toString("hex")}.part`);
  try {
    await writeDurably(aside, bytes);
    await rename(aside, path);
    await forceFolder(folder);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await using file = await open(path, "wx");
  await file.writeFile(bytes);
  await file.sync();
}

async function forceFolder(path: string): Promise<void> {
  await using folder = await open(path, "r");
  await folder.sync();
}
