import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";

/** Makes ids: 26 letters and figures that sort by time of making (48 bits of time, 80 of chance). */
export type Ids = { next(): string };

export const idsBy = (clock: Pick<Clock, "now">): Ids => ({
  next: () => figures(BigInt(clock.now()), 10) + figures(BigInt(`0x${randomBytes(10).toString("hex")}`), 16),
});

// Crockford's alphabet: nothing that can be misread aloud.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

function figures(value: bigint, length: number): string {
  return Array.from(
    { length },
    (_, at) => alphabet[Number((value >> BigInt(5 * (length - 1 - at))) & 31n)],
  ).join("");
}
