import { sql } from "kysely";
import type { Instant } from "../../base/clock.ts";

/** story/visibility.ts in SQL, for every list; the part that needs no clock is the column `shown` (story-row.ts). */
export const visible = (now: Instant) =>
  sql<boolean>`(stories.shown = 1
    and (stories.embargo_until is null or stories.embargo_until <= ${now})
    and (stories.stays_until is null or stories.stays_until > ${now}))`;
