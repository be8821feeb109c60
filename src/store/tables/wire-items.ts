import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import type { Instant } from "../../base/clock.ts";
import type { WireItem } from "../../story/wire-item.ts";

/** A version as filed. `current` says whether it is the one that counts now. */
export type WireVersion = {
  readonly id: string;
  readonly wireItem: string;
  readonly copy: string;
  readonly format: string;
  readonly receivedAt: Instant;
  readonly hash: string;
  readonly item: WireItem;
  /** Same version key but other content than one already held: kept and flagged (WIRE.md 4.1). */
  readonly flagged: boolean;
};

export type FiledItem = {
  readonly id: string;
  readonly partner: string;
  readonly stableKey: string;
  readonly currentVersion: string;
  readonly status: WireItem["status"];
  readonly section: string | null;
};

export type WireItems = {
  find(id: string): Promise<FiledItem | undefined>;
  findByKeys(partner: string, stableKeys: readonly string[]): Promise<readonly FiledItem[]>;
  findVersion(id: string): Promise<WireVersion | undefined>;
  /** All versions of these items, without their bodies being judged; oldest first. */
  listVersions(wireItems: readonly string[]): Promise<readonly WireVersion[]>;
  addVersions(versions: readonly WireVersion[]): Promise<void>;
  set(...items: FiledItem[]): Promise<void>;
};

export const wireItemsIn = (sql: Sql): WireItems => ({
  async find(id) {
    const row = await sql.db.selectFrom("wire_items").selectAll().where("id", "=", id).executeTakeFirst();
    return row && filedOf(row);
  },
  async findByKeys(partner, stableKeys) {
    const rows = sql.db.selectFrom("wire_items").selectAll().where("partner", "=", partner);
    const found = await rows.where("stable_key", "in", sql.dialect.list(stableKeys)).orderBy("id").execute();
    return found.map(filedOf);
  },
  async findVersion(id) {
    const row = await sql.db.selectFrom("wire_versions").selectAll().where("id", "=", id).executeTakeFirst();
    return row && versionOf(row);
  },
  async listVersions(wireItems) {
    const rows = sql.db.selectFrom("wire_versions").selectAll();
    const found = await rows
      .where("wire_item", "in", sql.dialect.list(wireItems))
      .orderBy("received_at")
      .orderBy("id")
      .execute();
    return found.map(versionOf);
  },
  addVersions: (versions) => putRows(sql, "wire_versions", { rows: versions.map(rowOfVersion) }),
  set: (...items) => putRows(sql, "wire_items", { rows: items.map(rowOfItem), whenThere: { key: ["id"] } }),
});

const filedOf = ({ stable_key, current_version, ...row }: Schema["wire_items"]): FiledItem => ({
  ...row,
  stableKey: stable_key,
  currentVersion: current_version,
});

const rowOfItem = (item: FiledItem): Schema["wire_items"] => ({
  id: item.id,
  partner: item.partner,
  stable_key: item.stableKey,
  current_version: item.currentVersion,
  status: item.status,
  section: item.section,
});

const versionOf = (row: Schema["wire_versions"]): WireVersion => ({
  id: row.id,
  wireItem: row.wire_item,
  copy: row.copy,
  format: row.format,
  receivedAt: row.received_at,
  hash: row.hash,
  item: fromJson<WireItem>(row.item),
  flagged: row.flagged === 1,
});

const rowOfVersion = (version: WireVersion): Schema["wire_versions"] => ({
  id: version.id,
  wire_item: version.wireItem,
  copy: version.copy,
  format: version.format,
  received_at: version.receivedAt,
  hash: version.hash,
  flagged: version.flagged ? 1 : 0,
  item: toJson(version.item),
});
