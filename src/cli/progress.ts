import type { Terminal } from "./terminal.ts";

/** How far long work is, as a bar on a watched standard error; silent elsewhere. */
export type Progress = { readonly at: (done: number) => Promise<void>; readonly end: () => Promise<void> };

const every = 100; // milliseconds between two drawings
const width = 24;

/** `says` names what is counted: "stories". `total` 0 = not known: the count alone is shown. */
export function progressOf(
  terminal: Pick<Terminal, "isWatched" | "remark">,
  { says, total }: { says: string; total: number },
): Progress {
  let drawnAt = Number.NEGATIVE_INFINITY;
  if (!terminal.isWatched) return { at: async () => {}, end: async () => {} };
  return {
    async at(done) {
      const now = performance.now();
      if (now - drawnAt < every && done !== total) return;
      drawnAt = now;
      await terminal.remark(`\r\u001b[K${barOf(done, total)}${done} ${says}`);
    },
    end: async () => terminal.remark("\r\u001b[K"),
  };
}

function barOf(done: number, total: number): string {
  if (total === 0) return "";
  const full = Math.min(width, Math.floor((done / total) * width));
  return `${"█".repeat(full)}${"░".repeat(width - full)} ${Math.floor((done / total) * 100)} %  `;
}
