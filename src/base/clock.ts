/** Milliseconds since 1970-01-01T00:00Z. The only form of time inside; text only where it leaves or enters. */
export type Instant = number;

/** Time is an argument. `now` is the wall clock, `steady` never goes back (for leases, limits and idle time). */
export type Clock = { now(): Instant; steady(): number };

export const systemClock: Clock = { now: () => Date.now(), steady: () => performance.now() };

export const seconds = (count: number) => count * 1000;
export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 3_600_000;
export const days = (count: number) => count * 86_400_000;

export const toIso = (instant: Instant) => new Date(instant).toISOString();
