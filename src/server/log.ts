import { randomBytes } from "node:crypto";
import { toIso, type Clock } from "../base/clock.ts";
import { Refusal } from "../base/refusal.ts";

/** One line per event, in newsroom words ("story.killed"). A fault gets an id, which the person it befell sees too. */
export type Log = {
  note(event: string, says?: Readonly<Record<string, unknown>>): void;
  fault(event: string, cause: unknown, says?: Readonly<Record<string, unknown>>): string;
};

/** `write` takes one line with its end. `plain` = for a person at a terminal; else JSON. */
export function logTo(
  write: (line: string) => void,
  { clock, plain }: { clock: Clock; plain: boolean },
): Log {
  const line = plain ? plainLine : jsonLine;
  const note: Log["note"] = (event, says = {}) => write(line(toIso(clock.now()), event, says));
  return {
    note,
    fault(event, cause, says = {}) {
      const id = randomBytes(5).toString("hex");
      note(event, { fault: id, ...says, ...described(cause) });
      return id;
    },
  };
}

/** Nothing is written: for tests and for commands that answer by themselves. */
export const silentLog: Log = { note: () => {}, fault: () => randomBytes(5).toString("hex") };

type Says = Readonly<Record<string, unknown>>;

const jsonLine = (at: string, event: string, says: Says) =>
  `${safe(JSON.stringify({ at, event, ...says }))}\n`;

function plainLine(at: string, event: string, says: Says): string {
  const words = Object.entries(says).map(([name, value]) => `${name}=${plainValue(value)}`);
  return `${[at.slice(11, 19), event, ...words].join("  ")}\n`;
}

function plainValue(value: unknown): string {
  if (typeof value === "string" && /^[\w./:@-]+$/.test(value)) return value;
  return safe(JSON.stringify(value) ?? "null");
}

// JSON escapes C0; what is left could still steer a terminal, turn the reading direction or fake a line's end.
const safe = (text: string) =>
  text.replace(
    /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function described(cause: unknown): Says {
  if (cause instanceof Refusal) return { code: cause.code, why: cause.says };
  if (!(cause instanceof Error)) return { why: String(cause) };
  const deeper = cause.cause instanceof Error ? { because: cause.cause.message } : {};
  return { why: `${cause.name}: ${cause.message}`, ...deeper, stack: cause.stack?.split("\n").slice(1, 8) };
}
