import type { Instant } from "../base/clock.ts";

/**
 * An instant written as ISO 8601 with day, time and zone. Null for anything else: a day that is none (30 February),
 * words, an empty text. Without a zone only `zoneless: "utc"` gives an instant; where hours matter (an embargo),
 * a missing zone is no time. A leap second counts as the second before it, 24:00 as the next midnight.
 */
export function readIsoDate(said: unknown, zoneless: "utc" | "no-time" = "utc"): Instant | null {
  const found = typeof said === "string" ? isoDate.exec(said.trim())?.groups : undefined;
  if (!found) return null;
  const zone = found["zone"] ?? (zoneless === "utc" ? "Z" : undefined);
  if (zone === undefined) return null;
  const [year, month, day] = [Number(found["year"]), Number(found["month"]), Number(found["day"])];
  const [hour, minute] = [Number(found["hour"] ?? 0), Number(found["minute"] ?? 0)];
  const second = Math.min(Number(found["second"] ?? 0), 59);
  if (!isDay(year, month, day) || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  at.setUTCHours(hour, minute, second, Math.trunc(Number(`0.${found["part"] ?? "0"}`) * 1000));
  return at.getTime() - minutesEast(zone) * 60_000;
}

const isoDate =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<part>\d{1,9}))?)?\s?(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu;

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return day <= last.getUTCDate();
}

function minutesEast(zone: string): number {
  if (zone.toUpperCase() === "Z") return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  const figures = zone.slice(1).replace(":", "");
  return sign * (Number(figures.slice(0, 2)) * 60 + Number(figures.slice(2) || 0));
}
