import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "kysely";
import { databasesUnderTest } from "../../../test/house/databases.ts";
import { openServer, serverFault } from "./open-postgres.ts";

test("every commit is synced, on a server that is told not to as well; readers may not write", async () => {
  const place = await databasesUnderTest()
    .find(({ name }) => name === "postgres")
    ?.place();
  assert.ok(place?.options.databaseUrl);
  const engine = await openServer(place.options.databaseUrl);
  const setting = async (name: string, db = engine.writer) =>
    (await sql<{ now: string }>`select current_setting(${name}) as now`.execute(db)).rows[0]?.now;
  assert.notEqual(await setting("synchronous_commit"), "off");
  assert.equal(await setting("default_transaction_read_only", engine.reader), "on");
  await engine.close();
  await place.remove();
});

test("a server that is too old or not in UTF-8 is told from one that will do", () => {
  assert.equal(serverFault({ version: 150004, encoding: "UTF8" }), null);
  assert.equal(serverFault({ version: 180001, encoding: "UTF8" }), null);
  assert.notEqual(serverFault({ version: 140017, encoding: "UTF8" }), null);
  assert.notEqual(serverFault({ version: 160000, encoding: "SQL_ASCII" }), null);
});
