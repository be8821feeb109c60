import type { Instant } from "../../base/clock.ts";
import type { After } from "../../store/tables/stories.ts";

/** A calendar month in UTC, "2026-11", and where it begins and ends (exclusive). */
export type Month = { readonly name: string; readonly from: Instant; readonly to: Instant };

export function monthOf(instant: Instant): Month {
  const at = new Date(instant);
  return month(at.getUTCFullYear(), at.getUTCMonth());
}

/** Reads "2026-11"; undefined for what is no month. */
export function readMonth(text: string): Month | undefined {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return found ? month(Number(found[1]), Number(found[2]) - 1) : undefined;
}

/** The cursor before which every story of the month lies, whatever its id. */
export const endOf = ({ to }: Month): After => ({ publishedAt: to, id: "" });

function month(year: number, at: number): Month {
  const from = Date.UTC(year, at, 1);
  return { name: new Date(from).toISOString().slice(0, 7), from, to: Date.UTC(year, at + 1, 1) };
}
