import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { systemClock } from "../base/clock.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { isSafeVersion } from "./dialects/open-sqlite.ts";
import { loadMigrations } from "./migrate.ts";
import { openStore } from "./open.ts";

const src = join(import.meta.dirname, "..");

test("in the store only the dialects name a database", () => {
  const naming = globSync("store/**/*.ts", { cwd: src })
    .filter((file) => !file.startsWith(join("store", "dialects")) && !file.endsWith(".test.ts"))
    .filter((file) => /sqlite|postgres|\bpg_|fts5|tsvector/i.test(codeOf(file)));
  assert.deepEqual(naming, []);
});

test("outside the store nobody reaches for a database or writes its language", () => {
  const reaching = globSync("**/*.ts", { cwd: src })
    .filter((file) => !file.startsWith(join("store", "")) && !file.endsWith(".test.ts"))
    .filter((file) =>
      /from "(node:sqlite|pg|kysely)|store\/dialects|\binsert into\b|\bselect .+ from\b/.test(codeOf(file)),
    );
  assert.deepEqual(reaching, []);
});

// Comments may explain, and what opens the store must name the files it opens it with.
const codeOf = (file: string) =>
  readFileSync(join(src, file), "utf8")
    .replace(/^\s*(\/\*|\*|\/\/).*$/gm, "")
    .replace(/"\.\/dialects\/[^"]*"/g, "");

test("migrations are numbered 1, 2, 3 … and lie in files of their number and name", async () => {
  const files = globSync("*.ts", { cwd: join(import.meta.dirname, "migrations") }).toSorted();
  const named = (await loadMigrations()).map(
    ({ number, name }) => `${String(number).padStart(4, "0")}-${name.replaceAll(" ", "-")}.ts`,
  );
  assert.deepEqual(named, files);
  assert.deepEqual(
    (await loadMigrations()).map(({ number }) => number),
    files.map((_, at) => at + 1),
  );
});

test("engines that can lose commits are told from mended ones", () => {
  const safe = ["3.44.6", "3.44.9", "3.50.7", "3.51.3", "3.52.0", "3.53.4", "4.0.0"];
  const unsafe = ["3.7.0", "3.44.5", "3.45.0", "3.50.6", "3.51.0", "3.51.2", "2.8.17"];
  assert.deepEqual(
    safe.filter((version) => !isSafeVersion(version)),
    [],
  );
  assert.deepEqual(unsafe.filter(isSafeVersion), []);
});

test("the engine of this runtime is one that can be trusted", () => {
  assert.ok(isSafeVersion(process.versions.sqlite ?? ""));
});

test("what one node commits, the others hear, long news too, and again after their line broke", async () => {
  const server = databasesUnderTest().find(({ name }) => name === "postgres");
  const place = await server?.place();
  assert.ok(place);
  const { data: _data, ...shared } = place.options;
  const [here, there] = [await openStore(shared), await openStore(shared)];
  const heard: Set<string>[] = [];
  here.onChange((tags) => heard.push(new Set(tags)));
  const hears = async (tag: string) => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (heard.some((tags) => tags.has(tag))) return true;
      await wait(50);
    }
    return false;
  };
  const say = (...tags: string[]) => there.together(async (tables) => tables.touched(...tags));

  await say("section:world");
  assert.ok(await hears("section:world"));
  await say(...Array.from({ length: 3000 }, (_, at) => `story:${at}`));
  assert.ok(await hears("story:0"));
  assert.ok(await hears("story:2999"));
  await here.together(async (tables) => tables.touched("settings"));
  await wait(200);
  assert.equal(heard.filter((tags) => tags.has("settings")).length, 1);

  await cutLines(String(place.options.databaseUrl));
  assert.ok(await hears("everything"));
  await say("fronts");
  assert.ok(await hears("fronts"));
  await here.close();
  await there.close();
  await place.remove();
});

test("a server that does not answer is a refusal that says so", async () => {
  const databaseUrl = "postgres://offstone@127.0.0.1:1/paper";
  await assert.rejects(openStore({ databaseUrl, clock: systemClock }), { code: "store-unreachable" });
});

// Only the lines of our own schema's listeners: other tests may be using the server.
async function cutLines(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()
    and query = 'listen offstone_' || md5(current_schema())`);
  await client.end();
}
