import { days, hours, minutes, type Instant } from "../base/clock.ts";
import type { Source } from "../store/tables/sources.ts";
import { alarmAfter } from "./poll-save.ts";

/** How a source is doing, for the desk and the command line. Every failure leaves a sentence and a next try (CASES NET-31). */
export type SourceHealth = {
  readonly id: string;
  readonly address: string;
  readonly state: "new" | "well" | "quiet" | "failing" | "paused";
  /** Three failures in a row or more. */
  readonly alarm: boolean;
  /** One or two sentences that say all of it. */
  readonly says: string;
  readonly lastGoodAt: Instant | null;
  readonly lastItemAt: Instant | null;
  readonly lastError: Source["lastError"];
  readonly failures: number;
  readonly nextTryAt: Instant | null;
  /** Where a permanent redirect leads that is not yet believed. */
  readonly movingTo: string | null;
};

export function presentSource(source: Source, now: Instant): SourceHealth {
  const { id, address, lastGoodAt, lastItemAt, lastError, failures, paused, memory } = source;
  const state = stateOf(source, now);
  return {
    id,
    address,
    state,
    alarm: failures >= alarmAfter,
    says: sentences(source, state, now),
    lastGoodAt,
    lastItemAt,
    lastError,
    failures,
    nextTryAt: paused ? null : source.nextTryAt,
    movingTo: memory.moved?.to ?? null,
  };
}

function stateOf(source: Source, now: Instant): SourceHealth["state"] {
  if (source.paused) return "paused";
  if (source.failures > 0) return "failing";
  if (source.lastGoodAt === null) return "new";
  return isQuiet(source, now) ? "quiet" : "well";
}

/** Unusually quiet by its own rhythm (NET-32): eight usual pauses and half a day without new copy, once the rhythm is known. */
function isQuiet({ lastItemAt, memory }: Source, now: Instant): boolean {
  if (lastItemAt === null || memory.usualPause === null || memory.arrivals < 5) return false;
  return now - lastItemAt > Math.max(hours(12), memory.usualPause * 8);
}

function sentences(source: Source, state: SourceHealth["state"], now: Instant): string {
  const { lastError, lastGoodAt, lastItemAt, memory, nextTryAt } = source;
  const next = `Next try ${nextTryAt <= now ? "now" : `in ${length(nextTryAt - now)}`}.`;
  const good = lastGoodAt === null ? "Never read yet." : `Last read ${length(now - lastGoodAt)} ago.`;
  switch (state) {
    case "new":
      return `Not read yet. ${next}`;
    case "paused":
      return `Paused. ${lastError?.says ?? good}`;
    case "failing":
      return `${lastError?.says ?? "The last try failed."} ${good} ${next}`;
    case "quiet":
      return `Unusually quiet: nothing new for ${length(now - (lastItemAt ?? now))}, where it usually brings copy every ${length(memory.usualPause ?? 0)}. ${next}`;
    case "well":
      return `${good} ${next}`;
  }
}

/** A length of time in the largest unit that fits, rounded: "12 minutes". */
function length(span: number): string {
  const units: readonly (readonly [string, number])[] = [
    ["day", days(1)],
    ["hour", hours(1)],
    ["minute", minutes(1)],
  ];
  const [name, size] = units.find(([, each]) => span >= each) ?? ["minute", minutes(1)];
  const count = Math.max(1, Math.round(span / size));
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
