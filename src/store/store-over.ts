import { sql } from "kysely";
import type { DataFolder } from "./data-folder.ts";
import type { Engine } from "./dialects/dialect.ts";
import type { Sql } from "./sql.ts";
import { searchBacklog } from "./search-backlog.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import { tablesIn } from "./tables-in.ts";
import type { TableRoom } from "./tables-in.ts";
import { transactionsOf } from "./transactions.ts";

/** What an operator should know: a code for programs, a sentence for people. */
export type Notice = { readonly code: string; readonly says: string; readonly cause?: unknown };

type Parts = {
  readonly folder: DataFolder | null;
  readonly room: TableRoom;
  readonly notice: (notice: Notice) => void;
};

/** The store's face over an engine whose schema is ours. */
export async function storeOver(engine: Engine, { folder, room, notice }: Parts): Promise<Store> {
  const compiled: Sql["compiled"] = new Map();
  const transactions = transactionsOf(engine, room, compiled);
  const changes = listeners(notice);
  const committed = async <Result>(work: (tables: Tables, within: Sql) => Promise<Result>) => {
    const done = await transactions.run(work);
    noteCommit(done.commit, { folder, notice });
    changes.tell(done.touched);
    return done.result;
  };
  const backlog = searchBacklog({
    reader: engine.reader,
    run: (work) => committed((_tables, within) => work(within)),
  });
  const wake = () =>
    backlog.wake((cause) => notice({ code: "search-entries-failed", says: searchFailed, cause }));
  const stopListening = await engine.dialect.nodes.listen((tags) => changes.tell(tags));
  wake();
  return {
    read: tablesIn({ db: engine.reader, dialect: engine.dialect, compiled }, room, noTouch),
    async together(work) {
      const result = await committed(work);
      wake();
      return result;
    },
    onChange: (listener) => changes.add(listener),
    caughtUp: backlog.settled,
    async assertReady(what) {
      if (what === "read") await sql`select 1`.execute(engine.reader);
      // A real commit: a full or read-only disk shows itself here and nowhere else.
      else await committed(async () => {});
    },
    async close() {
      await backlog.stop();
      await stopListening();
      await engine.close();
      folder?.release();
    },
  };
}

// The note only raises an alarm when a log is lost later; the commit stands without it.
function noteCommit(number: number, { folder, notice }: Pick<Parts, "folder" | "notice">): void {
  try {
    folder?.noteCommit(number);
  } catch (cause) {
    notice({
      code: "commit-not-noted",
      says: "The number of the last commit could not be written down.",
      cause,
    });
  }
}

const searchFailed = "New stories could not be entered for search; it is tried again with the next save.";

function noTouch(): never {
  throw new Error("Only a transaction touches anything.");
}

type Listener = (tags: ReadonlySet<string>) => void;

function listeners(notice: Parts["notice"]) {
  const all = new Set<Listener>();
  return {
    add(listener: Listener) {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell(tags: ReadonlySet<string>) {
      if (tags.size === 0) return;
      for (const listener of all) tellOne(listener, tags, notice);
    },
  };
}

// The commit stands whatever a listener does: its fault must neither look like a failed save nor keep others from hearing.
function tellOne(listener: Listener, tags: ReadonlySet<string>, notice: Parts["notice"]): void {
  try {
    listener(tags);
  } catch (cause) {
    notice({ code: "listener-failed", says: "Somebody who was told of a change failed over it.", cause });
  }
}
