import { sql } from "kysely";
import type { Instant } from "../../base/clock.ts";

/**
 * story/visibility.ts in SQL, for every list. The first line stands word for word in the indexes of lists, which
 * hold only such stories; the state is written out because a parameter could not choose a partial index.
 */
export const neverHidden = "status = 'live' and held is null and embargo_unclear = 0";

export const visible = (now: Instant) =>
  sql<boolean>`(stories.status = 'live' and stories.held is null and stories.embargo_unclear = 0
    and (stories.embargo_until is null or stories.embargo_until <= ${now})
    and (stories.stays_until is null or stories.stays_until > ${now}))`;
