import { hours, minutes, seconds, type Instant } from "../base/clock.ts";

/**
 * When to come back, from a Retry-After header: seconds, or a date in any of HTTP's three forms (RFC 9110 section
 * 5.6.7), kept between one minute and one day ahead (CASES NET-21). null for rubbish.
 */
export function readRetryAfter(value: string | undefined, now: Instant): Instant | null {
  const asked = value === undefined ? null : (fromSeconds(value.trim(), now) ?? fromDate(value.trim()));
  return asked === null ? null : Math.min(Math.max(asked, now + minutes(1)), now + hours(24));
}

function fromSeconds(value: string, now: Instant): Instant | null {
  return /^-?\d+$/.test(value) ? now + seconds(Number(value)) : null;
}

function fromDate(value: string): Instant | null {
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(value)) return null;
  // The oldest form, asctime's, names no zone and means UTC.
  const instant = Date.parse(/ (GMT|UTC)$/i.test(value) ? value : `${value} GMT`);
  return Number.isNaN(instant) ? null : instant;
}
