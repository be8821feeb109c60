import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { copyFileSync, openSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { systemClock } from "../base/clock.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import type { FreshPlace } from "../../test/house/databases.ts";
import type { Migration } from "./migrate.ts";
import { loadMigrations } from "./migrate.ts";
import { openStore } from "./open.ts";
import type { StoreOptions } from "./open.ts";

const known = await loadMigrations();
const next: Migration = {
  number: known.length + 1,
  name: "letters",
  statements: () => ["create table letters (id text not null primary key)"],
};

const useAndClose = async (options: StoreOptions) => {
  const store = await openStore(options);
  await store.together((tables) => tables.settings.set("paper", "The Record"));
  await store.close();
};

for (const database of databasesUnderTest())
  describe(`${database.name}: opening the store`, () => {
    let place: FreshPlace;
    beforeEach(async () => {
      place = await database.place();
    });
    afterEach(() => place.remove());

    test("what was saved is there after a restart", async () => {
      await useAndClose(place.options);
      const store = await openStore(place.options);
      assert.equal(await store.read.settings.find("paper"), "The Record");
      await store.close();
    });

    test("a second store on the folder is refused at once, and the folder is free when the first closes", async () => {
      const first = await openStore(place.options);
      const asked = performance.now();
      await assert.rejects(openStore(place.options), { code: "store-in-use" });
      assert.ok(performance.now() - asked < 1000);
      await first.close();
      await (await openStore(place.options)).close();
    });

    test("a configured folder never goes with an empty or another newsroom's database", async () => {
      await useAndClose(place.options);
      const other = await database.place();
      await useAndClose(other.options);
      const marker = readFileSync(join(place.options.data, "install.json"));
      await place.remove();
      // The folder with its marker is back, the database behind it is not.
      place = await database.place();
      writeFileSync(join(place.options.data, "install.json"), marker);
      await assert.rejects(openStore(place.options), { code: "store-lost" });
      await assert.rejects(openStore(place.options), { code: "store-lost" });
      writeFileSync(join(other.options.data, "install.json"), marker);
      await assert.rejects(openStore(other.options), { code: "store-other-newsroom" });
      await other.remove();
    });

    test("a database that knows a newer schema is refused and not touched", async () => {
      await useAndClose({ ...place.options, migrations: [...known, next] });
      const before = fileOf(place);
      await assert.rejects(openStore(place.options), { code: "store-newer" });
      assert.deepEqual(fileOf(place), before);
      await useAndClose({ ...place.options, migrations: [...known, next] });
    });

    test("a new step of the schema is made once, a failed one not at all, an altered one is refused", async () => {
      await useAndClose(place.options);
      const failing = {
        ...next,
        statements: () => [...next.statements(undefined as never), "create nonsense"],
      };
      await assert.rejects(openStore({ ...place.options, migrations: [...known, failing] }));
      await useAndClose({ ...place.options, migrations: [...known, next] });
      await useAndClose({ ...place.options, migrations: [...known, next] });
      const altered = { ...next, statements: () => ["create table letters (id text)"] };
      const options = { ...place.options, migrations: [...known, altered] };
      await assert.rejects(openStore(options), { code: "store-migration-altered" });
    });

    test("a store that lost commits is opened with a notice", async () => {
      await useAndClose(place.options);
      writeFileSync(join(place.options.data, "last-commit"), "0000000000000900");
      const notices: string[] = [];
      const store = await openStore({ ...place.options, notice: ({ code }) => notices.push(code) });
      await store.close();
      assert.deepEqual(notices, ["store-lost-commits"]);
    });

    test("nothing in the folder can be read by others, whatever the umask", async () => {
      const umask = process.umask(0);
      const data = join(place.options.data, "new");
      const store = await openStore({ ...place.options, data });
      await store.together((tables) => tables.settings.set("a", 1));
      process.umask(umask);
      assert.equal(statSync(data).mode & 0o777, 0o700);
      for (const file of [
        "lock.db",
        "holder.json",
        "install.json",
        "last-commit",
        "offstone.db",
        "offstone.db-wal",
      ])
        if (existsSync(join(data, file))) assert.equal(statSync(join(data, file)).mode & 0o777, 0o600, file);
      await store.close();
    });
  });

const fileOf = ({ options }: FreshPlace) => {
  const file = join(options.data, "offstone.db");
  return existsSync(file) ? readFileSync(file) : null;
};

describe("the embedded database file", () => {
  const [embedded] = databasesUnderTest();
  const places: FreshPlace[] = [];
  const used = async () => {
    const place = await embedded?.place();
    assert.ok(place);
    places.push(place);
    await useAndClose(place.options);
    return { options: place.options, file: join(place.options.data, "offstone.db") };
  };
  after(async () => {
    for (const place of places) await place.remove();
  });

  const damages: readonly (readonly [what: string, code: string, harm: (file: string) => void])[] = [
    ["missing", "store-lost", (file) => rmSync(file)],
    ["empty", "store-lost", (file) => truncateSync(file, 0)],
    ["with a destroyed header", "store-damaged", (file) => overwrite(file, Buffer.alloc(100, 7))],
    ["with a destroyed page", "store-damaged", (file) => overwrite(file, Buffer.alloc(8192, 7), 8192)],
    ["cut in half", "store-damaged", (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ["of another program", "store-foreign", otherProgram],
    ["full of text", "store-damaged", (file) => writeFileSync(file, "Dear editor, ".repeat(1000))],
  ];
  for (const [what, code, harm] of damages)
    test(`that is ${what} stops the start and is left as it is`, async () => {
      const { options, file } = await used();
      harm(file);
      const before = existsSync(file) ? readFileSync(file) : null;
      await assert.rejects(openStore(options), { code });
      assert.deepEqual(existsSync(file) ? readFileSync(file) : null, before);
    });

  test("that was copied without its log is noticed", async () => {
    const place = await embedded?.place();
    assert.ok(place);
    places.push(place);
    const { options } = place;
    await useAndClose(options);
    const store = await openStore(options);
    const file = join(options.data, "offstone.db");
    copyFileSync(file, `${file}.copy`);
    await store.together((tables) => tables.settings.set("paper", "Later"));
    await store.close();
    copyFileSync(`${file}.copy`, file);
    const notices: string[] = [];
    await (await openStore({ ...options, notice: ({ code }) => notices.push(code) })).close();
    assert.deepEqual(notices, ["store-lost-commits"]);
  });
});

test("a process killed outright leaves no lock behind, and while it lives it is named", async () => {
  const [embedded] = databasesUnderTest();
  const place = await embedded?.place();
  assert.ok(place);
  const child = spawn(process.execPath, ["--input-type=module", "-e", holdOpen(place.options.data)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  await assert.rejects(openStore(place.options), (error: Error) => error.message.includes(String(child.pid)));
  child.kill("SIGKILL");
  await new Promise((resolve) => child.once("exit", resolve));
  await (await openStore({ clock: systemClock, data: place.options.data })).close();
  await place.remove();
});

const holdOpen = (data: string) => `
  const { openStore } = await import(${JSON.stringify(join(import.meta.dirname, "open.ts"))});
  const { systemClock } = await import(${JSON.stringify(join(import.meta.dirname, "../base/clock.ts"))});
  await openStore({ clock: systemClock, data: ${JSON.stringify(data)} });
  console.log("open");
  setInterval(() => {}, 1000);`;

function overwrite(file: string, bytes: Buffer, at = 0): void {
  const handle = openSync(file, "r+");
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

function otherProgram(file: string): void {
  rmSync(file);
  const other = new DatabaseSync(file);
  other.exec("pragma application_id = 42; create table posts (id integer)");
  other.close();
}
