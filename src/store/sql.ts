import type { Kysely } from "kysely";
import type { Dialect } from "./dialects/dialect.ts";
import type { Schema } from "./schema.ts";

/** What every table works through: a connection or a running transaction, and what is particular to the database. */
export type Sql = {
  readonly db: Kysely<Schema>;
  readonly dialect: Dialect;
  /** Texts of statements compiled before, by shape; lives as long as the store. */
  readonly compiled: Map<string, string>;
};
