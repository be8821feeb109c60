import { SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { DatabaseConnection, Dialect, Driver } from "kysely";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { turns } from "./turns.ts";

/**
 * Kysely over one connection of the engine that Node brings. A writer is had by one transaction after another;
 * a reader is shared, since each of its statements is over before anybody else runs.
 */
export const sqliteDriver = (connection: SqliteConnection, use: "reader" | "writer"): Dialect => ({
  createDriver: () => (use === "writer" ? new WriterDriver(connection) : new ReaderDriver(connection)),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});

class ReaderDriver implements Driver {
  protected readonly connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.connection;
  }

  async beginTransaction(): Promise<void> {
    // "immediate": who may write is settled before anything was read, so no transaction fails half way for the lock.
    this.connection.run("begin immediate");
  }

  async commitTransaction(): Promise<void> {
    this.connection.run("commit");
  }

  async rollbackTransaction(): Promise<void> {
    // A full disk or a failed write may have rolled back by itself.
    if (this.connection.database.isTransaction) this.connection.database.exec("rollback");
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.connection.close();
  }
}

class WriterDriver extends ReaderDriver {
  readonly #turns = turns();
  #endTurn = () => {};

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#endTurn = await this.#turns.take();
    return this.connection;
  }

  override async releaseConnection(): Promise<void> {
    this.#endTurn();
  }
}
