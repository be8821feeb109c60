import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Sql } from "../sql.ts";
import type { Instant } from "../../base/clock.ts";

/** An address that is polled for copy, and how it is doing. */
export type Source = {
  readonly id: string;
  readonly partner: string;
  readonly address: string;
  readonly everyMinutes: number;
  readonly section: string | null;
  /** New copy becomes a draft; where this is true and the agreement allows it, a published story. */
  readonly publishes: boolean;
  /** Stored and sent back byte for byte (CASES NET-20); never of an incomplete body (F4). */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly lastTriedAt: Instant | null;
  readonly lastGoodAt: Instant | null;
  readonly lastItemAt: Instant | null;
  readonly failures: number;
  /** Class of the last error ("name-unknown", "timed-out", …) and the sentence shown; null when well. */
  readonly lastError: { readonly code: string; readonly says: string; readonly at: Instant } | null;
  readonly nextTryAt: Instant;
  readonly paused: boolean;
  readonly memory: SourceMemory;
};

/** What polling learns of a source besides: none of it is set by a person. */
export type SourceMemory = {
  /** SHA-256 of the last whole body that was filed: the same again is not read again. */
  readonly bodyHash: string | null;
  /** A permanent redirect being watched: adopted after three times over a day (CASES NET-22). */
  readonly moved: { readonly to: string; readonly since: Instant; readonly times: number } | null;
  /** Polls that brought new copy, and the usual time between two of them in milliseconds (NET-32). */
  readonly arrivals: number;
  readonly usualPause: number | null;
};

export const emptyMemory: SourceMemory = { bodyHash: null, moved: null, arrivals: 0, usualPause: null };

export type Sources = {
  find(id: string): Promise<Source | undefined>;
  findByAddress(address: string): Promise<Source | undefined>;
  list(): Promise<readonly Source[]>;
  set(source: Source): Promise<void>;
  remove(id: string): Promise<void>;
};

export const sourcesIn = (sql: Sql): Sources => ({
  async find(id) {
    const row = await sql.db.selectFrom("sources").select("whole").where("id", "=", id).executeTakeFirst();
    return row && fromJson<Source>(row.whole);
  },
  async findByAddress(address) {
    const row = await sql.db
      .selectFrom("sources")
      .select("whole")
      .where("address", "=", address)
      .executeTakeFirst();
    return row && fromJson<Source>(row.whole);
  },
  async list() {
    const rows = await sql.db.selectFrom("sources").select("whole").orderBy("id").execute();
    return rows.map((row) => fromJson<Source>(row.whole));
  },
  async remove(id) {
    await sql.db.deleteFrom("sources").where("id", "=", id).execute();
  },
  set: (source) =>
    putRows(sql, "sources", {
      rows: [
        { id: source.id, address: source.address, next_try_at: source.nextTryAt, whole: toJson(source) },
      ],
      whenThere: { key: ["id"] },
    }),
});
