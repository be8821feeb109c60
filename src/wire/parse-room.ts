import { minutes, seconds } from "../base/clock.ts";
import type { ParsedItem } from "./format.ts";
import { tooLarge } from "./guard.ts";
import type { CopyOrigin, ParsedCopy, Unreadable } from "./parse-copy.ts";
import { arrivalOf, type Arrival, type CopyInChunks } from "./parse-arrival.ts";
import { hireWorker, type ParseWorker } from "./parse-worker.ts";

export type ParseRoom = {
  parse(bytes: Uint8Array, origin: CopyOrigin): Promise<ParsedCopy>;
  parseInChunks(bytes: Uint8Array, origin: CopyOrigin): Promise<CopyInChunks | Unreadable>;
  close(): Promise<void>;
};

export type ParseRoomLimits = {
  /** One copy may take so long, in milliseconds. */
  readonly deadlineMs?: number;
  /** The heap of the worker, in MiB. */
  readonly memoryMiB?: number;
  /** A worker without work is let go after so long, in milliseconds, and gives its memory back. */
  readonly idleMs?: number;
};

/**
 * Copy is read in a thread of its own, started at the first copy: whatever a partner sends, the newsroom answers its
 * readers meanwhile. Copies are read one after the other. One that takes too long or too much memory costs the
 * thread, not the newsroom, and is answered as unreadable in one sentence (CASES F8, XML-01 to XML-06).
 */
export function openParseRoom(limits: ParseRoomLimits = {}): ParseRoom {
  const { deadlineMs = seconds(10), memoryMiB = 768, idleMs = minutes(0.5) } = limits;
  const staff: { worker: ParseWorker | null; idle: NodeJS.Timeout | null } = { worker: null, idle: null };
  let line: Promise<unknown> = Promise.resolve();

  async function letGo() {
    const { worker } = staff;
    staff.worker = null;
    await worker?.stop();
  }

  async function read(bytes: Uint8Array, origin: CopyOrigin, arrival: Arrival) {
    if (staff.idle) clearTimeout(staff.idle);
    staff.worker ??= hireWorker(memoryMiB);
    const well = await staff.worker.read({ bytes, origin }, { arrival, deadlineMs });
    if (!well) await letGo();
    staff.idle = setTimeout(() => void letGo(), idleMs).unref();
  }

  async function parseInChunks(bytes: Uint8Array, origin: CopyOrigin): Promise<CopyInChunks | Unreadable> {
    const large = tooLarge(bytes.byteLength);
    if (large !== null) return { unreadable: large };
    const arrival = arrivalOf();
    line = line.then(() => read(bytes, origin, arrival));
    return arrival.copy;
  }

  return {
    parseInChunks,
    async parse(bytes, origin) {
      const copy = await parseInChunks(bytes, origin);
      return "unreadable" in copy ? copy : gathered(copy);
    },
    async close() {
      if (staff.idle) clearTimeout(staff.idle);
      await letGo();
    },
  };
}

async function gathered({ chunks, ended, ...copy }: CopyInChunks): Promise<ParsedCopy> {
  const items: ParsedItem[] = [];
  for await (const chunk of chunks) items.push(...chunk);
  return { ...copy, items, damage: (await ended) ?? copy.damage };
}
