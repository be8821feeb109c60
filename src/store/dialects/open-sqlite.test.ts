import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { sql } from "kysely";
import { openEmbedded } from "./open-sqlite.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { sqliteRefusal } from "./sqlite-refusal.ts";

const folder = mkdtempSync(join(tmpdir(), "offstone-engine-"));
after(() => rmSync(folder, { recursive: true }));

test("a full disk refuses the save, reading goes on, and saving goes on by itself when there is room", async () => {
  const engine = openEmbedded(join(folder, "full.db"), { configured: false });
  const keep = (size: number) =>
    engine.writer.transaction().execute(async (db) => {
      await sql`insert into papers (text) values (${"x".repeat(size)})`.execute(db);
    });
  const count = async () =>
    (await sql<{ count: number }>`select count(*) as count from papers`.execute(engine.reader)).rows[0]
      ?.count;
  await sql`create table papers (text text)`.execute(engine.writer);
  await keep(10);
  // The engine's own limit of pages stands in for the disk's end: same places, same code.
  await sql`pragma max_page_count = 40`.execute(engine.writer);
  await assert.rejects(keep(1_000_000), { code: "store-full" });
  assert.equal(await count(), 1);
  await sql`pragma max_page_count = 4000`.execute(engine.writer);
  await keep(1_000_000);
  assert.equal(await count(), 2);
  await engine.close();
});

test("an open engine syncs every commit, keeps references whole, and folds its log into the file when closed", async () => {
  const file = join(folder, "set.db");
  const engine = openEmbedded(file, { configured: false });
  const setting = async (name: string) =>
    Object.values((await sql<object>`${sql.raw(`pragma ${name}`)}`.execute(engine.writer)).rows[0] ?? {})[0];
  assert.equal(await setting("synchronous"), 2);
  assert.equal(await setting("journal_mode"), "wal");
  assert.equal(await setting("foreign_keys"), 1);
  await engine.close();
  const connection = new SqliteConnection(file, { readOnly: true });
  assert.equal(
    connection.run<{ application_id: number }>("pragma application_id").rows[0]?.application_id,
    0x4f667374,
  );
  connection.close();
});

test("after a failed sync nothing more is written or read as if it were kept", () => {
  const failed = sqliteRefusal(Object.assign(new Error("disk I/O error"), { errcode: 1034 }), "x");
  assert.equal(codeOf(failed), "store-stopped-writing");
});

test("an error nobody can do anything about stays what it is", () => {
  const error = Object.assign(new Error("no such table: papers"), { errcode: 1 });
  assert.equal(sqliteRefusal(error, "x"), error);
});

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);
