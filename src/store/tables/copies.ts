import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import type { Instant } from "../../base/clock.ts";

/** Bytes as they came, kept before anything is read in them. */
export type Copy = {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly receivedAt: Instant;
  /** File name, address or "standard input". */
  readonly origin: string;
  readonly contentType: string | null;
  /** The base address for relative links, where known. */
  readonly address: string | null;
  readonly partner: string | null;
};

export type Copies = {
  add(copy: Copy): Promise<void>;
  find(id: string): Promise<Copy | undefined>;
  /** `why`: the reason it lies aside; null = it does not. */
  findByHash(hash: string): Promise<(Pick<Copy, "id" | "receivedAt"> & { why: string | null }) | undefined>;
  /** Puts copy aside with the reason it could not be filed; null takes it back, once it could. */
  setAside(id: string, why: string | null): Promise<void>;
  listSetAside(
    limit: number,
  ): Promise<readonly (Omit<Copy, "bytes"> & { readonly why: string; readonly size: number })[]>;
};

export const copiesIn = (sql: Sql): Copies => ({
  add: (copy) => putRows(sql, "copies", { rows: [rowOf(copy)] }),
  async find(id) {
    const row = await sql.db.selectFrom("copies").selectAll().where("id", "=", id).executeTakeFirst();
    return row && { ...knownOf(row), bytes: plainBytes(row.bytes) };
  },
  async findByHash(hash) {
    const rows = sql.db.selectFrom("copies").select(["id", "received_at", "why"]).where("hash", "=", hash);
    const row = await rows.orderBy("received_at").orderBy("id").limit(1).executeTakeFirst();
    return row && { id: row.id, receivedAt: row.received_at, why: row.why };
  },
  async setAside(id, why) {
    await sql.db.updateTable("copies").set({ why }).where("id", "=", id).execute();
  },
  async listSetAside(limit) {
    const rows = sql.db.selectFrom("copies").select([...knownColumns, "size", "why"]);
    const found = await rows
      .where("why", "is not", null)
      .orderBy("received_at", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return found.map((row) => ({ ...knownOf(row), size: row.size, why: row.why ?? "" }));
  },
});

const knownColumns = ["id", "hash", "received_at", "origin", "content_type", "address", "partner"] as const;

const knownOf = (row: Pick<Schema["copies"], (typeof knownColumns)[number]>): Omit<Copy, "bytes"> => ({
  id: row.id,
  hash: row.hash,
  receivedAt: row.received_at,
  origin: row.origin,
  contentType: row.content_type,
  address: row.address,
  partner: row.partner,
});

// One database hands over a Buffer, which is more than bytes.
const plainBytes = (bytes: Uint8Array) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

// The bytes come last: what stands before them is read without them.
const rowOf = (copy: Copy): Schema["copies"] => ({
  id: copy.id,
  hash: copy.hash,
  received_at: copy.receivedAt,
  origin: copy.origin,
  content_type: copy.contentType,
  address: copy.address,
  partner: copy.partner,
  size: copy.bytes.byteLength,
  why: null,
  bytes: copy.bytes,
});
