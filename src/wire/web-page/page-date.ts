import type { Instant } from "../../base/clock.ts";

/**
 * A date as pages write it (ISO 8601, RFC 2822, "January 17, 2017"). One without a zone is taken as UTC, so that
 * the same bytes give the same instant on every machine. Null where it cannot be read or is out of all reason.
 */
export function readPageDate(text: string | null | undefined): Instant | null {
  const line = text?.replace(/\s+/gu, " ").trim() ?? "";
  if (line === "" || line.length > 60) return null;
  if (/^\d{10}$/.test(line)) return within(Number(line) * 1000);
  if (/^\d{13}$/.test(line)) return within(Number(line));
  const iso =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      line,
    );
  if (iso) return within(fromIso(iso));
  if (!/\b\d{4}\b/.test(line) || !/\p{L}{3}/u.test(line)) return null;
  const named = line.replace(/(\d)(?:st|nd|rd|th)\b/gu, "$1").replace(/\bat\b/gu, " ");
  return within(
    Date.parse(/(?:GMT|UTC|Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2})$/.test(named) ? named : `${named} UTC`),
  );
}

function fromIso([
  ,
  year,
  month,
  day,
  hour = "00",
  minute = "00",
  second = "00",
  part = "0",
  zone = "Z",
]: RegExpExecArray) {
  const offset = zone.toUpperCase() === "Z" ? "Z" : zone.replace(/^([+-]\d{2}):?(\d{2})$/, "$1:$2");
  return Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${part.slice(0, 3).padEnd(3, "0")}${offset}`,
  );
}

const within = (instant: number): Instant | null =>
  Number.isFinite(instant) && instant > earliest && instant < latest ? instant : null;
const earliest = Date.UTC(1600, 0, 1);
const latest = Date.UTC(2200, 0, 1);
