import type { Instant } from "../base/clock.ts";
import type { Story, StoryCard } from "./story.ts";

/** The day an instant falls on, as "2026-11-23". */
export type DayOf = (instant: Instant) => string;

type Printed = Pick<StoryCard, "section" | "slug" | "publishedAt">;
type Kept = Pick<Story, "copy" | "slug" | "state">;

/**
 * The public address of a story, "/world/2026/11/23/talks-open": its section, the day it was first published and
 * its slug. Null for a story that was never published.
 */
export function storyAddress(card: Printed, dayOf: DayOf): string;
export function storyAddress(story: Kept, dayOf: DayOf): string | null;
export function storyAddress(story: Printed | Kept, dayOf: DayOf): string | null {
  const { section, publishedAt } = "copy" in story ? placeOf(story) : story;
  return publishedAt === null ? null : `/${section}/${dayOf(publishedAt).replaceAll("-", "/")}/${story.slug}`;
}

/** The days of a time zone ("Europe/London"), for `storyAddress`; an unknown zone is a RangeError. */
export function dayIn(zone: string): DayOf {
  const known = zones.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const dayOf: DayOf = (instant) => {
    const parts = format.formatToParts(instant);
    const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
    return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
  };
  zones.set(zone, dayOf);
  return dayOf;
}

// Making a formatter costs as much as a hundred days told by it. The zones are few: a RangeError keeps all others out.
const zones = new Map<string, DayOf>();

const placeOf = ({ copy, state }: Kept) => ({
  section: copy.section,
  publishedAt: "publishedAt" in state ? state.publishedAt : null,
});
