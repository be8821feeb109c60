import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely } from "kysely";
import type { Engine } from "./dialects/dialect.ts";
import type { Schema } from "./schema.ts";
import type { Sql } from "./sql.ts";
import type { Tables } from "./tables.ts";
import { tablesIn } from "./tables-in.ts";
import type { TableRoom } from "./tables-in.ts";

export type Committed<Result> = {
  readonly result: Result;
  /** Counted over the newsroom's whole life. */
  readonly commit: number;
  readonly touched: ReadonlySet<string>;
};

type Running = { open: boolean };

/** Transactions of one engine, one at a time across all nodes. */
export function transactionsOf({ writer, dialect }: Engine, room: TableRoom, compiled: Sql["compiled"]) {
  const around = new AsyncLocalStorage<Running>();
  return {
    async run<Result>(work: (tables: Tables, sql: Sql) => Promise<Result>): Promise<Committed<Result>> {
      if (around.getStore()?.open)
        throw new Error("A transaction was begun inside another: hand its tables on instead.");
      const running: Running = { open: true };
      const touched = new Set<string>();
      const within = async (db: Kysely<Schema>): Promise<Committed<Result>> => {
        const commit = await takeTurn(db);
        const sql = whileOpen({ db, dialect, compiled }, running);
        const tables = tablesIn(sql, room, (...tags) => tags.forEach((tag) => touched.add(tag)));
        const result = await around
          .run(running, () => work(tables, sql))
          .finally(() => {
            running.open = false;
          });
        await dialect.nodes.tell(db, [...touched]);
        return { result, commit, touched };
      };
      return writer.transaction().execute(within);
    },
  };
}

// Counting the commit comes first: its row is the lock that puts the writers of all nodes in one line.
async function takeTurn(db: Kysely<Schema>): Promise<number> {
  const counted = db.updateTable("install").set((of) => ({ commits: of("commits", "+", 1) }));
  return (await counted.returning("commits").executeTakeFirstOrThrow()).commits;
}

// Tables kept beyond their transaction would write outside any.
const whileOpen = ({ db, dialect, compiled }: Sql, running: Running): Sql => ({
  dialect,
  compiled,
  get db() {
    if (!running.open) throw new Error("These tables belong to a transaction that is over.");
    return db;
  },
});
