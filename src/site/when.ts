import type { Instant } from "../base/clock.ts";
import { minutes, toIso } from "../base/clock.ts";
import { dayIn, type DayOf } from "../story/story-address.ts";
import { markup, type Piece } from "./markup.ts";
import type { Paper } from "./paper.ts";

/** Where and in which language times are told. */
export type Place = Pick<Paper, "language" | "zone">;

const wordings = {
  date: { day: "numeric", month: "long", year: "numeric" },
  dayAndMonth: { day: "numeric", month: "long" },
  weekday: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Wording = keyof typeof wordings;

// Making a formatter costs as much as a small page; there are a handful of places.
const formats = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, DayOf>();

/** The days of the paper's own time zone. */
export function daysOf({ zone }: Pick<Paper, "zone">): DayOf {
  const known = days.get(zone) ?? remembered(dayIn(zone));
  days.set(zone, known);
  return known;
}

// Every zone of the world changes its day on a quarter of an hour; asking the calendar for each card of a front was half
// of the time it took to draw.
const quarter = minutes(15);
const mostRemembered = 20_000;

function remembered(dayOf: DayOf): DayOf {
  const byQuarter = new Map<number, string>();
  return (instant) => {
    const at = Math.floor(instant / quarter);
    const day = byQuarter.get(at) ?? dayOf(instant);
    if (byQuarter.size >= mostRemembered) byQuarter.clear();
    byQuarter.set(at, day);
    return day;
  };
}

/** An instant in the paper's words: "19 November 2026", "19 November", "Thursday 19 November 2026", "11:32". */
export function told(instant: Instant, wording: Wording, { language, zone }: Place): string {
  const key = `${language} ${zone} ${wording}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { ...wordings[wording], timeZone: zone });
  formats.set(key, format);
  return format.format(instant);
}

/** "19 November 2026, 11:32", for programs too. */
export const fullTime = (instant: Instant, place: Place): Piece =>
  markup`<time datetime="${toIso(instant)}">${told(instant, "date", place)}, ${told(instant, "time", place)}</time>`;

/**
 * The shortest that says when, beside a story of the instant `beside`: the hour on the same day, the day in the same
 * year, else the whole date. Never "today": a kept page does not know when it is read.
 */
export function shortTime(instant: Instant, beside: Instant, place: Place): Piece {
  const day = daysOf(place);
  const same = day(instant) === day(beside);
  const sameYear = day(instant).slice(0, 4) === day(beside).slice(0, 4);
  const words = told(instant, same ? "time" : sameYear ? "dayAndMonth" : "date", place);
  return markup`<time datetime="${toIso(instant)}">${words}</time>`;
}
