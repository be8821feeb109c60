import { createHash } from "node:crypto";
import { join } from "node:path";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Instant } from "../base/clock.ts";
import { loadFolder } from "../base/folder.ts";
import type { Dialect, Engine } from "./dialects/dialect.ts";
import { refuse } from "./refusals.ts";
import type { Schema } from "./schema.ts";

/** One numbered step of the schema, never altered once released. Statements run on both databases in one transaction. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  statements(dialect: Dialect): readonly string[];
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
  const tables = await engine.reader.introspection.getTables();
  const ours = tables.some((table) => table.name === "migrations");
  if (!ours && tables.length > 0)
    throw refuse("store-foreign", { detail: { file, finding: "it holds tables of another program" } });
  const done = ours ? await listDone(engine.reader) : [];
  if (done.length === 0) onEmpty();
  assertKnown(done, { migrations, dialect: engine.dialect });
  for (const migration of migrations)
    if (migration.number > done.length) await step(engine, { migration, now });
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
    const checksum = checksumOf(migration, dialect);
    await db.insertInto("migrations").values({ number, name, checksum, at: now }).execute();
  });
}
