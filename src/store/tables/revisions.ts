import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import type { Instant } from "../../base/clock.ts";
import type { StoryCopy } from "../../story/story.ts";

/** The copy of a story after one change. Numbers run 1, 2, 3 … within a story. */
export type Revision = {
  readonly story: string;
  readonly number: number;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  readonly copy: StoryCopy;
};

export type Revisions = {
  add(...revisions: Revision[]): Promise<void>;
  list(story: string): Promise<readonly Omit<Revision, "copy">[]>;
  find(story: string, number: number): Promise<Revision | undefined>;
};

export const revisionsIn = (sql: Sql): Revisions => ({
  add: (...revisions) => putRows(sql, "revisions", { rows: revisions.map(rowOf) }),
  async list(story) {
    const rows = sql.db.selectFrom("revisions").select(["story", "number", "at", "by_whom", "why"]);
    const found = await rows.where("story", "=", story).orderBy("number").execute();
    return found.map(({ by_whom, ...row }) => ({ ...row, by: by_whom }));
  },
  async find(story, number) {
    const rows = sql.db.selectFrom("revisions").selectAll().where("story", "=", story);
    const row = await rows.where("number", "=", number).executeTakeFirst();
    return row && revisionOf(row);
  },
});

const rowOf = ({ story, number, at, by, why, copy }: Revision): Schema["revisions"] => ({
  story,
  number,
  at,
  by_whom: by,
  why,
  copy: toJson(copy),
});

const revisionOf = ({ by_whom, copy, ...row }: Schema["revisions"]): Revision => ({
  ...row,
  by: by_whom,
  copy: fromJson<StoryCopy>(copy),
});
