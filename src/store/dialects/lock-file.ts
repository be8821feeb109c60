import { closeSync, constants, openSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/**
 * Holds a file for this process alone by an exclusive transaction on it: the operating system lets go at any death,
 * so there is no stale lock (CASES STO-12). undefined when another has it. Nothing else may ever open this file.
 */
export function lockFile(file: string): { release(): void } | undefined {
  closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600));
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("pragma journal_mode = memory; begin exclusive");
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

const isBusy = (error: unknown) =>
  typeof error === "object" && error !== null && "errcode" in error && error.errcode === 5;
