import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { Client } from "pg";
import { systemClock } from "../../src/base/clock.ts";
import { openStore } from "../../src/store/open.ts";
import type { StoreOptions } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { startPostgres } from "./start-postgres.ts";
import type { TestPostgres } from "./start-postgres.ts";

export type FreshStore = { readonly store: Store; close(): Promise<void> };

/** Where a fresh newsroom's store would lie: options for `openStore`, which may be opened again and again. */
export type FreshPlace = {
  readonly options: StoreOptions & { readonly data: string };
  readonly remove: () => Promise<void>;
};

export type TestDatabase = {
  readonly name: "embedded" | "postgres";
  /** A fresh, empty store; `close` removes it. */
  open(options?: Partial<StoreOptions>): Promise<FreshStore>;
  readonly place: (options?: Partial<StoreOptions>) => Promise<FreshPlace>;
};

/**
 * Both databases, for one loop: `for (const database of databasesUnderTest()) describe(database.name, …)`.
 * PostgreSQL is the server named in OFFSTONE_TEST_POSTGRES, else one started for this process; it is never skipped.
 */
export const databasesUnderTest = (): readonly TestDatabase[] => [
  { name: "embedded", place: placeEmbedded, open: (options) => openIn(placeEmbedded(options)) },
  { name: "postgres", place: placeOnServer, open: (options) => openIn(placeOnServer(options)) },
];

async function openIn(place: Promise<FreshPlace>): Promise<FreshStore> {
  const { options, remove } = await place;
  const store = await openStore(options);
  return {
    store,
    async close() {
      await store.close();
      await remove();
    },
  };
}

async function placeEmbedded(options: Partial<StoreOptions> = {}): Promise<FreshPlace> {
  const data = mkdtempSync(join(tmpdir(), "offstone-data-"));
  return {
    options: { clock: systemClock, data, ...options },
    remove: async () => rmSync(data, { recursive: true, force: true }),
  };
}

// A schema of its own in one database: as good as a database of its own, and forty times quicker to make.
async function placeOnServer(options: Partial<StoreOptions> = {}): Promise<FreshPlace> {
  const here = await placeEmbedded(options);
  const server = await serverUrl();
  const schema = `paper_${randomBytes(8).toString("hex")}`;
  await tellServer(server, `create schema ${schema}`);
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${schema}`);
  return {
    options: { ...here.options, databaseUrl: url.href },
    async remove() {
      await tellServer(server, `drop schema ${schema} cascade`);
      await here.remove();
    },
  };
}

async function tellServer(url: string, command: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(command);
  await client.end();
}

let started: Promise<TestPostgres> | undefined;

async function serverUrl(): Promise<string> {
  const named = process.env["OFFSTONE_TEST_POSTGRES"];
  if (named) return named;
  started ??= startPostgres();
  return (await started).url;
}

// At the top of the test file's process: the server goes when its tests are over.
after(async () => {
  await (await started)?.stop();
});
