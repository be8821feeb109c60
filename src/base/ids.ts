import { randomFillSync } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Makes ids: 26 letters and figures that sort by time of making (48 bits of time, 80 of chance). */
export type Ids = { next(): string };

export function idsBy(clock: Pick<Clock, "now">): Ids {
  const chance = chances();
  return { next: () => timeFigures(clock.now()) + chance() };
}

// Crockford's alphabet: nothing that can be misread aloud.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

function timeFigures(instant: number): string {
  let figures = "";
  for (let left = Math.floor(instant), at = 0; at < 10; at++, left = Math.floor(left / 32))
    figures = alphabet.charAt(left % 32) + figures;
  return figures;
}

const chanceLength = 16;

// An import makes thousands of ids: asking the system for the chance of each would cost more than the rest of it.
function chances(): () => string {
  const store = Buffer.alloc(256 * chanceLength);
  let at = store.length;
  return () => {
    if (at === store.length) {
      randomFillSync(store);
      at = 0;
    }
    let figures = "";
    for (const end = at + chanceLength; at < end; at++) figures += alphabet.charAt((store[at] ?? 0) & 31);
    return figures;
  };
}
