import assert from "node:assert/strict";
import { describe, test } from "node:test";
import pg from "pg";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { databasesUnderTest, type FreshPlace } from "../../test/house/databases.ts";
import { loadMigrations } from "./migrate.ts";
import { openStore } from "./open.ts";

const all = await loadMigrations();

for (const database of databasesUnderTest())
  describe(`${database.name}: a database of an earlier edition`, () => {
    test("its items are found by their addresses, and their versions keep their order", async () => {
      const place = await database.place();
      await (await openStore({ ...place.options, migrations: all.slice(0, 1) })).close();
      await writeFirstEdition(place);
      const store = await openStore(place.options);
      const { wireItems } = store.read;
      const found = await wireItems.findByAddresses("partner-1", ["harbour.example/ferry/7"]);
      assert.deepEqual(
        found.map(({ id }) => id),
        ["item-7"],
      );
      assert.equal((await wireItems.listNames(items.map(({ id }) => id))).length, items.length - 2);
      const [line] = await wireItems.listVersions(["item-7"]);
      assert.deepEqual(line?.item, {
        versionKey: "v7",
        versionOrder: 7.5,
        versionCreated: 7000,
        status: "killed",
      });
      assert.deepEqual((await wireItems.findVersion("version-7"))?.item, items[7]?.item);
      await store.close();
      await (await openStore(place.options)).close();
      await place.remove();
    });
  });

// One without address, one whose address no index takes; signs that a database could choke on.
const items = Array.from({ length: 450 }, (_, at) => ({
  id: `item-${at}`,
  version: `version-${at}`,
  item: aWireItem({
    stableKey: `key-${at}`,
    versionKey: `v${at}`,
    versionOrder: at === 7 ? 7.5 : null,
    versionCreated: at * 1000,
    status: at === 7 ? "killed" : "usable",
    headline: "Ferry \u0000 \uD800 it's",
    source: { name: null, address: addressOf(at) },
  }),
}));

function addressOf(at: number): string | null {
  if (at === 1) return null;
  return `https://www.harbour.example/ferry/${at === 2 ? "x".repeat(5000) : at}/?utm_source=rss`;
}

async function writeFirstEdition(place: FreshPlace): Promise<void> {
  const put = await writerTo(place);
  await put("begin", []);
  for (const { id, version, item } of items) {
    await put("insert into wire_items values ($1, $2, $3, $4, $5, $6)", [
      id,
      "partner-1",
      item.stableKey,
      version,
      item.status,
      null,
    ]);
    await put("insert into wire_versions values ($1, $2, $3, $4, $5, $6, $7, $8)", [
      version,
      id,
      "copy-1",
      "rss",
      5,
      `hash of ${id}`,
      0,
      JSON.stringify(item),
    ]);
  }
  await put("commit", []);
  await put("", null);
}

type Put = (statement: string, values: (string | number | null)[] | null) => Promise<void>;

async function writerTo({ options }: FreshPlace): Promise<Put> {
  if (options.databaseUrl === undefined) {
    const file = new DatabaseSync(join(options.data, "offstone.db"));
    return async (statement, values) =>
      void (values === null ? file.close() : file.prepare(statement.replaceAll("$", "?")).run(...values));
  }
  const client = new pg.Client({ connectionString: options.databaseUrl });
  await client.connect();
  return async (statement, values) =>
    void (values === null ? await client.end() : await client.query(statement, values));
}
