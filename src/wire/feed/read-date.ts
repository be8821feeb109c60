import type { Instant } from "../../base/clock.ts";
import { monthNames, zoneHours } from "./month-names.data.ts";

/**
 * A date as feeds write it: RFC 822 and 2822, ISO 8601 and W3CDTF in all lengths, asctime, dates in words of several
 * languages, seconds since 1970. Without a zone it is UTC. Null where it cannot be read for sure ("03/04/2005"
 * could be two days); 24:00 and a leap second are the moment after (CASES XML-17, TIM-08).
 */
export function readDate(written: string | null | undefined): Instant | null {
  if (written === null || written === undefined || written.length > 100) return null;
  const text = withoutWords(written.trim().toLowerCase().normalize("NFC"));
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return Number(text);
  return readIso(text) ?? readCompact(text) ?? readWords(text);
}

// Comments (RFC 822 allows them, nested) say nothing; "2004-július-13t" is ISO but for its month.
const withoutWords = (text: string) =>
  [1, 2, 3]
    .reduce((left) => left.replace(/\\[()]/g, "").replace(/\([^()]*\)/g, " "), text)
    .replace(/^(\d{4})-(\p{L}+)-(\d{1,2}t)/u, (_, year: string, month: string, rest: string) =>
      [year, monthOf(month) ?? 0, rest].join("-"),
    );

const iso =
  /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:(?:\s*t\s*|\s+|,\s*)(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d+))?)?)?)?\s*(.*)$/;

function readIso(text: string): Instant | null {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, zone = ""] = found;
  return moment(
    { year: Number(year), month: number(month, 1), day: number(day, 1) },
    {
      hour: number(hour, 0),
      minute: number(minute, 0),
      second: number(second, 0),
      fraction: fraction ?? "0",
    },
    readZone(zone),
  );
}

// 20040105, 20040105T104400Z, day of the year 2003-335, two-digit year -0401 are ISO 8601 too.
function readCompact(text: string): Instant | null {
  const ordinal = /^(\d{4})-?(\d{3})$/.exec(text);
  if (ordinal)
    return moment({ year: Number(ordinal[1]), month: 1, day: Number(ordinal[2]), ofYear: true }, midnight, 0);
  const found = /^(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?\s*(.*))?$/.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zone = ""] = found;
  const time = { hour: number(hour, 0), minute: number(minute, 0), second: number(second, 0), fraction: "0" };
  return moment({ year: Number(year), month: Number(month), day: Number(day) }, time, readZone(zone));
}

type Time = { hour: number; minute: number; second: number; fraction: string };
const midnight: Time = { hour: 0, minute: 0, second: 0, fraction: "0" };

function readWords(text: string): Instant | null {
  const clock =
    /(오전|오후)?\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?\s*(am|pm|a\.m\.|p\.m\.|오전|오후)?/.exec(
      text,
    );
  const rest = clock ? text.replace(clock[0], clock.index === 0 ? " " : " \u0001 ") : text;
  const [date, after = ""] = rest.split("\u0001");
  const { zone, left } = splitZone(after);
  const day = readDay(`${date} ${left}`);
  return day === null ? null : moment(day, clock ? timeOf(clock) : midnight, clock ? zone : 0);
}

function timeOf(clock: RegExpExecArray): Time {
  const [, before, hour, minute, second, fraction, behind] = clock;
  const half = before ?? behind;
  const twelve = Number(hour) % 12;
  const hours = half === undefined ? Number(hour) : twelve + (/^(?:p|오후)/.test(half) ? 12 : 0);
  return { hour: hours, minute: Number(minute), second: number(second, 0), fraction: fraction ?? "0" };
}

function splitZone(after: string): { zone: number; left: string } {
  const found =
    /(?:\b(?:gmt|utc|ut)\s*)?[+-]\s*\d{1,2}:?\d{0,2}\b|\b(?:[a-z]{1,4}t|utc|z|met|mez|mesz|msk|ut)\b/.exec(
      after,
    );
  if (!found) return { zone: 0, left: after };
  return { zone: readZone(found[0]) ?? 0, left: after.replace(found[0], " ") };
}

type Day = { year: number; month: number; day: number; ofYear?: boolean };

function readDay(text: string): Day | null {
  const korean =
    /(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일/.exec(text) ?? /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text);
  if (korean) return { year: Number(korean[1]), month: Number(korean[2]), day: Number(korean[3]) };
  const slashes = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(text);
  if (slashes)
    return slashedDay(Number(slashes[1]), Number(slashes[2]), Number(slashes[3]), slashes[0].includes("."));
  const words = text.split(/[^\p{L}\p{M}\d']+/u).filter((word) => word !== "");
  const month = words.map(monthOf).findLast((found) => found !== null);
  const numbers = words
    .filter((word) => /^'?\d+(?:st|nd|rd|th)?$/.test(word))
    .map((word) => word.replace(/^'/, ""));
  if (month === undefined || month === null || numbers.length < 2) return null;
  const yearAt = numbers.findIndex((each) => each.length === 4);
  const year = yearAt === -1 ? fullYear(Number(numbers[1])) : Number(numbers[yearAt]);
  return { year, month, day: Number.parseInt(numbers[yearAt === 0 ? 1 : 0] ?? "", 10) };
}

// With dots it is the European order; with slashes only a number above twelve tells the day from the month.
function slashedDay(first: number, second: number, year: number, dotted: boolean): Day | null {
  if (dotted || first > 12) return { year, month: second, day: first };
  return second > 12 || first === second ? { year, month: first, day: second } : null;
}

const fullYear = (year: number) => (year > 99 ? year : year < 70 ? 2000 + year : 1900 + year);

function monthOf(word: string): number | null {
  return monthNames.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null;
}

/** Minutes are in the answer's fraction; null where something stands there that is no zone. */
function readZone(text: string): number | null {
  const zone = text.trim().replace(/^\((.*)\)$/, "$1");
  if (zone === "") return 0;
  const offset = /^(?:gmt|utc|ut)?\s*([+-])\s*(\d{1,2}):?(\d{2})?/.exec(zone);
  if (offset) return (offset[1] === "-" ? -1 : 1) * (Number(offset[2]) + number(offset[3], 0) / 60);
  return zoneHours[/^[a-z]+/.exec(zone)?.[0] ?? ""] ?? (/^[a-z]/.test(zone) ? 0 : null);
}

function moment(day: Day, time: Time, zone: number | null): Instant | null {
  const { year, month } = day;
  if (zone === null || Math.abs(zone) > 15 || month < 1 || month > 12 || day.day < 1) return null;
  if (day.day > (day.ofYear ? 366 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()))
    return null;
  if (time.hour > 24 || time.minute > 59 || time.second > 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day.day);
  date.setUTCHours(time.hour, time.minute, time.second, Math.floor(Number(`0.${time.fraction}`) * 1000));
  return date.getTime() - Math.round(zone * 3_600_000);
}

const number = (text: string | undefined, otherwise: number) =>
  text === undefined ? otherwise : Number(text);
