import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Instant } from "../../base/clock.ts";

/** story/visibility.ts in SQL, for every list; the part that needs no clock is the column `shown` (story-row.ts). */
export const visible = (now: Instant) => rule(sql`stories.shown`, now);

/** The same for a list that walks an index of its own: with the plus, SQLite does not walk all that is shown instead. */
export const visibleAmongFew = (now: Instant) => rule(sql`+stories.shown`, now);

const rule = (shown: RawBuilder<unknown>, now: Instant) =>
  sql<boolean>`(${shown} = 1
    and (stories.embargo_until is null or stories.embargo_until <= ${now})
    and (stories.stays_until is null or stories.stays_until > ${now}))`;
