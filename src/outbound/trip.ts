import { Refusal } from "../base/refusal.ts";
import { showHost } from "./read-address.ts";
import { refuse } from "./refusals.ts";
import type { Limits } from "./rules.ts";

export type Phase = keyof typeof phaseWords;

const phaseWords = {
  vetting: "judging its address",
  lookup: "looking up its name",
  connect: "connecting",
  tls: "agreeing on a safe connection",
  "first-byte": "waiting for its answer to begin",
  body: "sending its answer",
} as const;

/** One fetch under way: the phase it is in, whom it asks now, and the signal that ends it. */
export type Trip = { phase: Phase; host: string; readonly signal: AbortSignal; readonly limits: Limits };

/** Starts the total time of a fetch; `end` must be called when it is over. An inactivity timer alone is never enough (CASES F5). */
export function beginTrip(
  host: string,
  limits: Limits,
  given?: AbortSignal,
): { trip: Trip; end: () => void } {
  const stop = new AbortController();
  const signal = given === undefined ? stop.signal : AbortSignal.any([stop.signal, given]);
  const trip: Trip = { phase: "vetting", host, signal, limits };
  const timer = setTimeout(() => stop.abort(late(trip, limits.total)), limits.total);
  return { trip, end: () => clearTimeout(timer) };
}

/** Does one phase of a trip under its own limit; when that or the trip's ends, `work`'s signal is told and this rejects. */
export async function during<Result>(
  trip: Trip,
  phase: Exclude<Phase, "vetting">,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  trip.phase = phase;
  const stop = new AbortController();
  const signal = AbortSignal.any([trip.signal, stop.signal]);
  const limit = phase === "body" ? trip.limits.total : trip.limits[nameOf(phase)];
  const timer = setTimeout(() => stop.abort(late(trip, limit)), limit);
  try {
    return await Promise.race([work(signal), stopping(signal)]);
  } finally {
    clearTimeout(timer);
  }
}

const nameOf = (phase: "lookup" | "connect" | "tls" | "first-byte") =>
  phase === "first-byte" ? "firstByte" : phase;

function late(trip: Trip, limit: number) {
  return refuse("timed-out", {
    detail: { host: showHost(trip.host), seconds: limit / 1000, phase: phaseWords[trip.phase] },
  });
}

/** Why a signal was given: our own refusal where a limit was passed, else the caller wanted to stop. */
export function reasonOf(signal: AbortSignal): Refusal {
  return signal.reason instanceof Refusal ? signal.reason : refuse("stopped", { cause: signal.reason });
}

function stopping(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(reasonOf(signal));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** The other side (or the way to it) broke off in the phase the trip is in. */
export const brokenOff = (trip: Trip, cause: unknown) =>
  refuse("connection-broken", {
    detail: { host: showHost(trip.host), phase: phaseWords[trip.phase] },
    cause,
  });
