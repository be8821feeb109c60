import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { legalValue } from "./legal-text.ts";
import { sqliteRefusal } from "./sqlite-refusal.ts";

type Prepared = { readonly statement: StatementSync; readonly answers: boolean };

// Statements of varying length (a batch of 64, 8, 1) are few; the cap only guards against a flood of shapes.
const mostStatements = 256;

/** One connection with its prepared statements. The engine is synchronous: a statement is over when it returns. */
export class SqliteConnection implements DatabaseConnection {
  readonly database: DatabaseSync;
  readonly #statements = new Map<string, Prepared>();
  readonly #file: string;
  #broken = false;

  constructor(file: string, options: { readOnly: boolean }) {
    this.#file = file;
    this.database = new DatabaseSync(file, options);
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.run<Row>(query.sql, query.parameters);
  }

  run<Row>(text: string, values: readonly unknown[] = []): QueryResult<Row> {
    this.#assertWhole();
    try {
      return this.#run<Row>(text, values);
    } catch (error) {
      throw this.#told(error);
    }
  }

  /** Kysely asks for it; we read by pages, so that no reader holds back the log of a writer. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield this.run<Row>(query.sql, query.parameters);
  }

  close(): void {
    this.#statements.clear();
    this.database.close();
  }

  #run<Row>(text: string, values: readonly unknown[]): QueryResult<Row> {
    const { statement, answers } = this.#prepared(text);
    // Kysely types parameters as unknown; the tables hand over texts, numbers, bytes and null only.
    const legal = values.map(legalValue) as SQLInputValue[];
    // A row is what the statement's own text says; Kysely gives it its type.
    if (answers) return { rows: statement.all(...legal) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...legal).changes) };
  }

  #prepared(text: string): Prepared {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.database.prepare(text);
    const made = { statement, answers: statement.columns().length > 0 };
    const [oldest] = this.#statements.keys();
    if (this.#statements.size >= mostStatements && oldest !== undefined) this.#statements.delete(oldest);
    this.#statements.set(text, made);
    return made;
  }

  // After a failed write or sync nobody knows what the disk holds: no more until a restart reads it anew (STO-07).
  #assertWhole(): void {
    if (this.#broken) throw sqliteRefusal({ failed: "write" }, this.#file);
  }

  #told(error: unknown): unknown {
    const told = sqliteRefusal(error, this.#file);
    if (isCode(told, "store-stopped-writing")) this.#broken = true;
    return told;
  }
}

const isCode = (error: unknown, code: string) =>
  typeof error === "object" && error !== null && "code" in error && error.code === code;
