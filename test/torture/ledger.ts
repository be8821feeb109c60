import { appendFileSync, existsSync, fsyncSync, openSync, closeSync, readFileSync } from "node:fs";

// What was acknowledged, written outside the data folder after the commit. One line per batch.

export type Acknowledged = { readonly batch: number; readonly stories: readonly string[] };

export function acknowledge(file: string, done: Acknowledged): void {
  appendFileSync(file, `${JSON.stringify(done)}\n`);
  const handle = openSync(file, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** A last line that was cut by the kill was never acknowledged to anybody. */
export function readLedger(file: string): readonly Acknowledged[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  // Only acknowledge() writes this file.
  return lines.map((line) => JSON.parse(line) as Acknowledged);
}
