import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing, each 0700. Answers at once where the system makes none: the
 * recursive mkdir of Node 24 never returns on such places (`/proc`).
 */
export function makeFolder(path: string): void {
  if (codeOf(() => mkdirSync(path, 0o700)) !== "ENOENT" || dirname(path) === path) return;
  makeFolder(dirname(path));
  codeOf(() => mkdirSync(path, 0o700), ["EEXIST"]);
}

// The code of a failure that `make` may end with, undefined when it did not fail.
function codeOf(make: () => void, borne: readonly string[] = ["EEXIST", "ENOENT"]): string | undefined {
  try {
    make();
    return undefined;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    if (!borne.includes(code)) throw cause;
    return code;
  }
}
