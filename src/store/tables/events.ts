import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import type { Instant } from "../../base/clock.ts";

/** What happened, appended in the transaction of the change itself and never altered. `what` in newsroom words: "story.killed". */
export type Event = {
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
  readonly story: string | null;
  readonly by: string;
  readonly says: Readonly<Record<string, unknown>>;
};

export type Events = {
  add(...events: Event[]): Promise<void>;
  listOf(story: string): Promise<readonly Event[]>;
  list(what: string, limit: number): Promise<readonly Event[]>;
};

export const eventsIn = (sql: Sql): Events => ({
  add: (...events) => putRows(sql, "events", { rows: events.map(rowOf) }),
  async listOf(story) {
    const rows = sql.db.selectFrom("events").selectAll().where("story", "=", story);
    return (await rows.orderBy("at").orderBy("id").execute()).map(eventOf);
  },
  async list(what, limit) {
    const rows = sql.db.selectFrom("events").selectAll().where("what", "=", what);
    return (await rows.orderBy("at", "desc").orderBy("id", "desc").limit(limit).execute()).map(eventOf);
  },
});

const rowOf = ({ id, at, what, story, by, says }: Event): Schema["events"] => ({
  id,
  at,
  what,
  story,
  by_whom: by,
  says: toJson(says),
});

const eventOf = ({ by_whom, says, ...row }: Schema["events"]): Event => ({
  ...row,
  by: by_whom,
  says: fromJson<Event["says"]>(says),
});
