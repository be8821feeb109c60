import { setTimeout as pause } from "node:timers/promises";
import type { Kysely } from "kysely";
import { enterWaiting, isWaiting } from "./tables/search-entries.ts";
import type { Schema } from "./schema.ts";
import type { Sql } from "./sql.ts";

// So few that an editor's save behind them waits some milliseconds, so many that a commit is worth it.
const perTransaction = 20;

type Backlog = {
  readonly reader: Kysely<Schema>;
  readonly run: (work: (sql: Sql) => Promise<void>) => Promise<void>;
};

/**
 * Makes the search entries of big batches after their commit, a few at a time. What waits is a table, so a
 * newsroom that was killed goes on where it was.
 */
export function searchBacklog({ reader, run }: Backlog) {
  let working: Promise<void> = Promise.resolve();
  let stopped = false;
  let [wakes, seen] = [0, 0];
  // The commits of an import follow one another: each of ours between them would make it wait for the disk once more.
  const quiet = async () => {
    for (let tries = 0; wakes !== seen && tries < mostTries && !stopped; tries++) {
      seen = wakes;
      await pause(quietMs);
    }
  };
  const workOff = async () => {
    while (!stopped && (await isWaiting(reader))) {
      await quiet();
      await run((sql) => enterWaiting(sql, perTransaction));
      await breath();
    }
  };
  return {
    /** There may be work. Failures come out of `settled`. */
    wake(onFault: (error: unknown) => void): void {
      wakes++;
      working = working.then(workOff).catch(onFault);
    },
    settled: () => working,
    async stop() {
      stopped = true;
      await working;
    },
  };
}

// An editor's saves one after the other hold it up for two seconds at most.
const quietMs = 100;
const mostTries = 20;

// Requests that came in meanwhile go first.
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));
