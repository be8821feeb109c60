import type { Tables } from "./tables.ts";

/**
 * The newsroom's memory: embedded SQLite or PostgreSQL behind one face. Level 2; the only folder that knows SQL.
 * Every write happens inside `together`; what it commits is durable when the promise resolves (CASES F1).
 */
export type Store = {
  /** Outside any transaction: what is committed. */
  readonly read: Tables;
  /** One transaction: all of it or none. Not nestable. `tables.touched` tags reach `onChange` listeners after commit. */
  together<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result>;
  /**
   * Called after each commit (of this node, or told by another) with the tags it touched; with the one tag "everything"
   * when the line to other nodes was broken for a while. Returns the way to stop.
   */
  onChange(listener: (tags: ReadonlySet<string>) => void): () => void;
  /** Resolves when every story of a big batch can be found by search, which is shortly after its commit. */
  caughtUp(): Promise<void>;
  /** Throws when it cannot read (`read`) or write (`write`) now. */
  assertReady(what: "read" | "write"): Promise<void>;
  close(): Promise<void>;
};
