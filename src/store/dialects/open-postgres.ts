import { randomUUID } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import type { PostgresPool } from "kysely";
import { Pool, types } from "pg";
import type { PoolClient, PoolConfig } from "pg";
import type { Schema } from "../schema.ts";
import type { Engine } from "./dialect.ts";
import { legalValue } from "./legal-text.ts";
import { nodesOf } from "./postgres-nodes.ts";
import { postgresRefusal } from "./postgres-refusal.ts";
import { postgres } from "./postgres.ts";
import { refuse } from "../refusals.ts";

/** Whole numbers of 64 bits come as numbers: ours are instants and counts, far below 2^53. */
const bigint = 20;
const asOurs: NonNullable<PoolConfig["types"]> = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    type === bigint ? Number : types.getTypeParser(type, format === "binary" ? "text" : format),
};

/**
 * Opens the database at a postgres:// address. Readers are a pool that may not write; the writer is one connection,
 * had by one transaction after another, so that a flood of writers here never starves the readers. Refuses a server
 * that cannot hold our copy.
 */
export async function openServer(url: string): Promise<Engine> {
  const engine = engineAt(url);
  try {
    await assertServer(engine);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

function engineAt(url: string): Engine {
  const settings = { types: asOurs, connectionTimeoutMillis: 10_000 };
  const readers = poolOf({ ...settings, connectionString: readingOnly(url), max: 8 });
  const writers = poolOf({ ...settings, connectionString: url, max: 1, idleTimeoutMillis: 0 });
  syncEachCommit(writers);
  const reader = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: legal(readers, url) }) });
  const writer = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: legal(writers, url) }) });
  const dialect = postgres(nodesOf({ node: randomUUID(), url, reader }));
  return {
    reader,
    writer,
    dialect,
    async close() {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}

function poolOf(config: PoolConfig): Pool {
  const pool = new Pool(config);
  // An idle connection that breaks is replaced at the next use, which then tells what is wrong.
  pool.on("error", () => {});
  return pool;
}

// A commit that was answered is on the disk, whatever the server usually does (F1). A stricter setting stays.
function syncEachCommit(writers: Pool): void {
  writers.on("connect", (client) => {
    client
      .query(
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
      )
      .catch(() => {}); // a connection that is broken already tells so at its first use
  });
}

async function assertServer({ reader }: Engine): Promise<void> {
  const { rows } = await sql<ServerFacts>`select current_setting('server_version_num')::int as version,
    current_setting('server_encoding') as encoding`.execute(reader);
  const finding = rows[0] === undefined ? "it says nothing of itself" : serverFault(rows[0]);
  if (finding !== null) throw refuse("store-server-unsuitable", { detail: { finding } });
}

/** `version` as the server counts: 150004 is 15.4. */
export type ServerFacts = { readonly version: number; readonly encoding: string };

/** Why a server cannot hold our copy, in words; null = it can. */
export function serverFault({ version, encoding }: ServerFacts): string | null {
  if (version < 15_00_00) return `it is version ${Math.floor(version / 10_000)}`;
  return encoding === "UTF8" ? null : `its encoding is ${encoding}`;
}

// Beside what the operator's address asks of a connection.
function readingOnly(url: string): string {
  const address = new URL(url);
  const theirs = address.searchParams.get("options");
  address.searchParams.set(
    "options",
    [theirs, "-c default_transaction_read_only=on"].filter(Boolean).join(" "),
  );
  return address.href;
}

/** The pool with legal texts going in and refusals in our words coming out. */
function legal(pool: Pool, url: string): PostgresPool {
  const clients = new WeakMap<PoolClient, object>();
  const ours = {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw postgresRefusal(error, url);
      });
      const known = clients.get(client) ?? legalClient(client, url);
      clients.set(client, known);
      return known;
    },
    end: async () => {},
  };
  // Kysely asks a pool for connect and end only; the rest of its type serves cancelled queries, which we have none of.
  return ours as unknown as PostgresPool;
}

const legalClient = (client: PoolClient, url: string) => ({
  release: (discard?: boolean) => client.release(discard),
  query: async (text: string, values: readonly unknown[] = []) =>
    client.query(text, values.map(legalValue)).catch((error: unknown) => {
      throw postgresRefusal(error, url);
    }),
});
