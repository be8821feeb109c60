import { Worker } from "node:worker_threads";
import type { ParsedItem } from "./format.ts";
import type { Arrival } from "./parse-arrival.ts";
import type { ParseNews, ParseOrder } from "./parse-room-worker.ts";

/** The thread that reads copy. `read` answers false when the thread is of no use any more. */
export type ParseWorker = {
  read(order: ParseOrder, how: { readonly arrival: Arrival; readonly deadlineMs: number }): Promise<boolean>;
  stop(): Promise<void>;
};

/** Starts the thread. It keeps the process alive only while it reads. */
export function hireWorker(memoryMiB: number): ParseWorker {
  const worker = new Worker(new URL("./parse-room-worker.ts", import.meta.url), {
    // Flags of the process (a debugger, a test runner) are not meant for this thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB },
  });
  const ready = Promise.withResolvers<void>();
  const state = { gone: false };
  const job: { hear: ((news: ParseNews) => void) | null; fail: ((says: string) => void) | null } = {
    hear: null,
    fail: null,
  };
  worker.on("message", (news: ParseNews) => (news.tells === "ready" ? ready.resolve() : job.hear?.(news)));
  worker.on("error", (fault: NodeJS.ErrnoException) => job.fail?.(saysOf(fault)));
  worker.on("exit", () => {
    state.gone = true;
    job.fail?.(stopped);
  });

  async function read(order: ParseOrder, { arrival, deadlineMs }: { arrival: Arrival; deadlineMs: number }) {
    worker.ref();
    const over = Promise.withResolvers<boolean>();
    job.fail = (says) => {
      arrival.end(says);
      over.resolve(false);
    };
    job.hear = (news) => {
      if (hear(news, arrival)) over.resolve(true);
    };
    if (state.gone) job.fail(stopped);
    await Promise.race([ready.promise, over.promise]);
    const deadline = setTimeout(() => job.fail?.(tooSlow(deadlineMs)), deadlineMs);
    worker.postMessage(order);
    const well = await over.promise;
    clearTimeout(deadline);
    [job.hear, job.fail] = [null, null];
    worker.unref();
    return well;
  }

  worker.unref();
  return { read, stop: async () => void (await worker.terminate()) };
}

/** True when the copy is done. */
function hear(news: ParseNews, arrival: Arrival): boolean {
  if (news.tells === "start") arrival.start(news.copy);
  // Written by parse-room-worker.ts from this very type.
  if (news.tells === "items") arrival.add(JSON.parse(news.items) as ParsedItem[]);
  if (news.tells === "end") arrival.end(news.unreadable);
  return news.tells === "end";
}

const stopped = "Reading the copy stopped before it was done; its bytes are kept.";

const tooSlow = (deadlineMs: number) =>
  `Reading the copy took longer than ${Math.round(deadlineMs / 1000)} seconds, so it was stopped; its bytes are kept.`;

function saysOf(fault: NodeJS.ErrnoException): string {
  if (fault.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return "Reading the copy needed more memory than one copy may use, so it was stopped; its bytes are kept.";
  }
  return `Reading the copy failed inside Offstone (${fault.message}); its bytes are kept.`;
}
