import { sql as text } from "kysely";
import type { Instant } from "../../base/clock.ts";
import type { Sql } from "../sql.ts";

// Only stories that nothing but time hides can turn: one that is held stays out of sight when its embargo ends.
const shows = text`shown = 1`;
const embargoCounts = text`(stays_until is null or stays_until > embargo_until)`;
const stayCounts = text`(embargo_until is null or embargo_until < stays_until)`;

/** The next instant after `now` at which time alone shows or hides a story. */
export async function nextTurn(sql: Sql, now: Instant): Promise<Instant | null> {
  const { rows } = await text<{ next: Instant | null }>`
    select min(turn) as next from (
      select min(embargo_until) as turn from stories where ${shows} and embargo_until > ${now} and ${embargoCounts}
      union all
      select min(stays_until) as turn from stories where ${shows} and stays_until > ${now} and ${stayCounts}
    ) as turns`.execute(sql.db);
  return rows[0]?.next ?? null;
}

/** Ids of the stories that time alone showed or hid after `from`, up to and including `to`. */
export async function listTurned(sql: Sql, { from, to }: { from: Instant; to: Instant }) {
  const { rows } = await text<{ id: string }>`
    select id from stories where ${shows} and embargo_until > ${from} and embargo_until <= ${to} and ${embargoCounts}
    union
    select id from stories where ${shows} and stays_until > ${from} and stays_until <= ${to} and ${stayCounts}
    order by id`.execute(sql.db);
  return rows.map((row) => row.id);
}
