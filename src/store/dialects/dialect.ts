import type { Kysely, RawBuilder } from "kysely";
import type { Instant } from "../../base/clock.ts";
import type { Schema } from "../schema.ts";

/**
 * The four things in which the two databases differ. If a fifth appears, stop and say so (DESIGN.md).
 * Files: sqlite.ts and postgres.ts.
 */
export type Dialect = {
  readonly fullText: FullText;
  readonly locking: Locking;
  /** JSON access: the texts of a JSON list as rows of one column, for `x in ${list(…)}`. One parameter for any number. */
  readonly list: (values: readonly string[]) => RawBuilder<string>;
  readonly nodes: Nodes;
};

/** What is indexed of a story: words already folded and parted by blanks (search-words.ts). */
export type SearchEntry = {
  readonly story: string;
  readonly section: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly people: string;
  readonly body: string;
};

/** `phrases`: all must occur; the words of one phrase stand side by side. Folded words only: letters and figures. */
export type SearchAsk = {
  readonly phrases: readonly (readonly string[])[];
  /** Folded like the words; a help for the index only, `visible` is what decides. */
  readonly section: string | null;
  readonly visible: RawBuilder<unknown>;
  readonly limit: number;
};

export type SearchRow = { readonly card: string; readonly whole: string };

export type FullText = {
  /** Statements for the first migration. Never altered afterwards: a new migration brings what changes. */
  readonly tables: readonly string[];
  put(db: Kysely<Schema>, entries: readonly SearchEntry[]): Promise<void>;
  drop(db: Kysely<Schema>, stories: readonly string[]): Promise<void>;
  /** Best first, the headline heavier. Of very common words the newest 1,000 stories are ranked. */
  find(db: Kysely<Schema>, ask: SearchAsk): Promise<readonly SearchRow[]>;
};

export type Locking = {
  /** Ends the select of due jobs so that workers pass each other's rows. */
  readonly passLocked: RawBuilder<unknown>;
  /** Inside a transaction: no other node changes the schema until it ends. */
  holdSchema(db: Kysely<Schema>): Promise<void>;
};

export type Nodes = {
  /** Inside a transaction: other nodes hear these tags once it is committed. */
  tell(db: Kysely<Schema>, tags: readonly string[]): Promise<void>;
  /** Hears what others commit; after a gap in the line the one tag "everything". Resolves, listening, to the way to stop. */
  listen(hear: (tags: ReadonlySet<string>) => void): Promise<() => Promise<void>>;
};

/** An open database: readers see only what is committed, the writer is one connection behind a fair queue. */
export type Engine = {
  readonly reader: Kysely<Schema>;
  readonly writer: Kysely<Schema>;
  readonly dialect: Dialect;
  close(): Promise<void>;
};

export type EngineOptions = { readonly now: () => Instant };
