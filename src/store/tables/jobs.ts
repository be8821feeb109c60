import type { Instant } from "../../base/clock.ts";
import type { Ids } from "../../base/ids.ts";
import { sql as text } from "kysely";
import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";

/** One thing to be done by somebody. `key` is unique among waiting jobs of a kind: adding it twice makes one. */
export type Job = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly dueAt: Instant;
  /** How often it was taken, this time included. */
  readonly attempts: number;
  readonly says: Readonly<Record<string, unknown>>;
};

export type Jobs = {
  /**
   * Adds, or moves the waiting job of that kind and key to the earlier of both times. While one is being done it
   * is remembered, and becomes due again when that one ends. What it says is what was said last. Many at once cost
   * little more than one.
   */
  add(
    ...jobs: {
      kind: string;
      key: string;
      dueAt: Instant;
      says?: Readonly<Record<string, unknown>>;
    }[]
  ): Promise<void>;
  /** Takes due jobs under a lease until `until`; no other worker gets them before (a lease that ends makes them due again). */
  lease(take: { now: Instant; until: Instant; by: string; limit: number }): Promise<readonly Job[]>;
  /** The lease holder says done; false when the lease was lost meanwhile. */
  done(id: string, by: string): Promise<boolean>;
  /** Gives it back, due at `dueAt`. */
  again(id: string, by: string, dueAt: Instant, why: string): Promise<boolean>;
  nextDueAt(): Promise<Instant | null>;
};

// One row per kind and key. `ready_at` is when somebody may take it: its due time, or the end of a running lease.
export const jobsIn = (sql: Sql, ids: Ids): Jobs => ({
  add: (...jobs) =>
    addJobs(
      sql,
      jobs.map((job) => ({ ...job, id: ids.next() })),
    ),
  lease: (take) => leaseJobs(sql, take),
  async done(id, by) {
    const renewed = await sql.db
      .updateTable("jobs")
      .set({ ...free, ready_at: text.ref("again_at"), due_at: text.ref("again_at"), attempts: 0, why: null })
      .where("id", "=", id)
      .where("leased_by", "=", by)
      .where("again_at", "is not", null)
      .executeTakeFirst();
    if (renewed.numUpdatedRows > 0n) return true;
    const ended = sql.db.deleteFrom("jobs").where("id", "=", id).where("leased_by", "=", by);
    return (await ended.executeTakeFirst()).numDeletedRows > 0n;
  },
  async again(id, by, dueAt, why) {
    const due = text<number>`case when again_at < ${dueAt} then again_at else ${dueAt} end`;
    const given = await sql.db
      .updateTable("jobs")
      .set({ ...free, ready_at: due, due_at: due, why })
      .where("id", "=", id)
      .where("leased_by", "=", by)
      .executeTakeFirst();
    return given.numUpdatedRows > 0n;
  },
  async nextDueAt() {
    const rows = sql.db.selectFrom("jobs").select((of) => of.fn.min("ready_at").as("next"));
    return (await rows.executeTakeFirst())?.next ?? null;
  },
});

const free = { leased_by: null, again_at: null };

type NewJob = Parameters<Jobs["add"]>[number] & { id: string };

async function addJobs(sql: Sql, jobs: readonly NewJob[]): Promise<void> {
  const known = await keysAmong(sql, jobs);
  const [fresh, standing]: [NewJob[], NewJob[]] = [[], []];
  for (const job of jobs) {
    (known.has(nameOf(job)) ? standing : fresh).push(job);
    known.add(nameOf(job));
  }
  await putRows(sql, "jobs", {
    rows: fresh.map(({ id, kind, key, dueAt, says = {} }) => {
      const row = { id, kind, key, due_at: dueAt, ready_at: dueAt, attempts: 0, ...free, why: null };
      return { ...row, says: toJson(says) };
    }),
  });
  for (const job of standing) await moveJob(sql, job);
}

const nameOf = ({ kind, key }: { kind: string; key: string }) => `${kind} ${key}`;

async function keysAmong(sql: Sql, jobs: readonly NewJob[]): Promise<Set<string>> {
  const there = sql.db
    .selectFrom("jobs")
    .select(["kind", "key"])
    .where("kind", "in", sql.dialect.list([...new Set(jobs.map(({ kind }) => kind))]))
    .where("key", "in", sql.dialect.list(jobs.map(({ key }) => key)));
  return new Set((await there.execute()).map(nameOf));
}

async function moveJob(sql: Sql, { kind, key, dueAt, says = {} }: NewJob): Promise<void> {
  const earlier = (column: string) =>
    text<number>`case when ${text.ref(column)} < ${dueAt} then ${text.ref(column)} else ${dueAt} end`;
  await sql.db
    .updateTable("jobs")
    .set({
      says: toJson(says),
      again_at: text`case when leased_by is null then null else ${earlier("again_at")} end`,
      due_at: text`case when leased_by is null then ${earlier("due_at")} else due_at end`,
      ready_at: text`case when leased_by is null then ${earlier("ready_at")} else ready_at end`,
    })
    .where("kind", "=", kind)
    .where("key", "=", key)
    .execute();
}

async function leaseJobs(sql: Sql, { now, until, by, limit }: Parameters<Jobs["lease"]>[0]) {
  const { rows } = await text<Schema["jobs"]>`
    update jobs set leased_by = ${by}, ready_at = ${until}, attempts = attempts + 1 where id in (
      select id from jobs where ready_at <= ${now} order by ready_at, id limit ${limit} ${sql.dialect.locking.passLocked})
    returning *`.execute(sql.db);
  return rows.toSorted((one, other) => one.due_at - other.due_at || (one.id < other.id ? -1 : 1)).map(jobOf);
}

const jobOf = ({ id, kind, key, due_at, attempts, says }: Schema["jobs"]): Job => ({
  id,
  kind,
  key,
  dueAt: due_at,
  attempts,
  says: fromJson<Job["says"]>(says),
});
