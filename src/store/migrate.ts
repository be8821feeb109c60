import { createHash } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Instant } from "../base/clock.ts";
import { loadFolder } from "../base/folder.ts";
import { Refusal } from "../base/refusal.ts";
import type { Dialect, Engine } from "./dialects/dialect.ts";
import { refuse } from "./refusals.ts";
import type { Schema } from "./schema.ts";

/** One numbered step of the schema, never altered once released. Statements run on both databases in one transaction. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
  /** After the statements, in their transaction: what rows that are there already need and SQL alone cannot say. */
  fill?(db: Kysely<Schema>): Promise<void>;
};

export const loadMigrations = () =>
  loadFolder<Migration>(join(import.meta.dirname, "migrations"), "migration");

type Wanted = {
  readonly migrations: readonly Migration[];
  readonly now: Instant;
  /** Asked before the first statement on a database without any table of ours; may refuse. */
  readonly onEmpty: () => void;
  /** How refusals name the database. */
  readonly file: string;
};

/**
 * Brings the schema to ours, step by step, each in a transaction of its own. Refuses before anything is touched
 * when the database knows a newer step (CASES STO-20, STO-21), another step under one of our numbers, or tables
 * that are not ours.
 */
export async function migrate(engine: Engine, { migrations, now, onEmpty, file }: Wanted): Promise<void> {
  const done = await findDone(engine.reader);
  if (!done) await assertNobodys(engine.reader, file);
  if (!done) onEmpty();
  assertKnown(done ?? [], { migrations, dialect: engine.dialect });
  for (const migration of migrations)
    if (migration.number > (done?.length ?? 0)) await step(engine, { migration, now });
}

/** The steps done so far; undefined where there is no such table, or one of another make. */
async function findDone(db: Kysely<Schema>) {
  const columns = ["number", "name", "checksum", "at"] as const;
  const isOurs = await answers(() => db.selectFrom("migrations").select(columns).limit(1).execute());
  return isOurs ? listDone(db) : undefined;
}

// Our tables would stand in the way of theirs, or theirs of ours.
async function assertNobodys(db: Kysely<Schema>, file: string): Promise<void> {
  const names = [
    "migrations",
    "settings",
    "stories",
    "people",
    "events",
    "jobs",
    "sections",
    "sources",
  ] as const;
  for (const name of names)
    if (
      await answers(() =>
        db
          .selectFrom(name)
          .select(sql`1`.as("there"))
          .limit(1)
          .execute(),
      )
    )
      throw refuse("store-foreign", { detail: { file, finding: `it has a table called ${name}` } });
}

// The only question both databases understand: what is not there does not answer. Anything worse is a refusal.
async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return false;
  }
}

const listDone = (db: Kysely<Schema>) => db.selectFrom("migrations").selectAll().orderBy("number").execute();

type Known = { migrations: readonly Migration[]; dialect: Dialect };

function assertKnown(done: readonly Schema["migrations"][], { migrations, dialect }: Known): void {
  const theirs = done.at(-1)?.number ?? 0;
  if (theirs > migrations.length)
    throw refuse("store-newer", { detail: { theirs, ours: migrations.length } });
  for (const { number, checksum } of done) {
    const known = migrations[number - 1];
    if (!known || checksumOf(known, dialect) !== checksum)
      throw refuse("store-migration-altered", { detail: { number } });
  }
}

const checksumOf = (migration: Migration, dialect: Dialect) =>
  createHash("sha256").update(migration.statements(dialect).join(";\n")).digest("hex");

// Another node may start at the same moment: who comes second finds the step done.
async function step({ writer, dialect }: Engine, { migration, now }: { migration: Migration; now: Instant }) {
  const { number, name } = migration;
  await writer.transaction().execute(async (db) => {
    await dialect.locking.holdSchema(db);
    await sql`create table if not exists migrations (number integer not null primary key, name text not null,
      checksum text not null, at bigint not null)`.execute(db);
    if ((await listDone(db)).some((done) => done.number === number)) return;
    for (const statement of migration.statements(dialect)) await sql.raw(statement).execute(db);
    await migration.fill?.(db);
    const checksum = checksumOf(migration, dialect);
    await db.insertInto("migrations").values({ number, name, checksum, at: now }).execute();
  });
}
