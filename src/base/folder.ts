import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads every module of a folder in name order and hands back its export called `name`.
 * Adding a file to the folder is enough; a file without that export stops the start.
 */
export async function loadFolder<Shape>(folder: string, name: string): Promise<readonly Shape[]> {
  const files = (await readdir(folder)).filter(isModule).toSorted();
  return Promise.all(files.map(async (file) => exportOf<Shape>(join(folder, file), name)));
}

const isModule = (file: string) =>
  file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith(".d.ts");

async function exportOf<Shape>(file: string, name: string): Promise<Shape> {
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  if (!(name in module)) throw new Error(`${basename(file)} has no export called "${name}".`);
  // The folder's contract test holds every module to its shape; the compiler cannot see through import().
  return module[name] as Shape;
}
