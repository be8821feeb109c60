import type { Instant } from "../../base/clock.ts";
import type { WireItem } from "../../story/wire-item.ts";
import { fromJson, toJson } from "../json.ts";
import type { Schema } from "../schema.ts";

/** A version as filed. */
export type WireVersion = {
  readonly id: string;
  readonly wireItem: string;
  readonly copy: string;
  readonly format: string;
  readonly receivedAt: Instant;
  readonly hash: string;
  readonly item: WireItem;
  /** For a person to look at: same version key as another but other content, or words of another story (WIRE.md 4.1). */
  readonly flagged: boolean;
};

/** A version without its words: what its place among the others is decided by. */
export type VersionLine = Omit<WireVersion, "item" | "format"> & {
  readonly item: Pick<WireItem, "versionKey" | "versionOrder" | "versionCreated" | "status">;
};

type Row = Schema["wire_versions"];

/** The columns of a version without its words; all of them stand in one index. */
export const lineColumns = [
  "id",
  "wire_item",
  "copy",
  "received_at",
  "hash",
  "flagged",
  "version_key",
  "version_order",
  "version_created",
  "status",
] as const;

export const lineOf = (row: Pick<Row, (typeof lineColumns)[number]>): VersionLine => ({
  id: row.id,
  wireItem: row.wire_item,
  copy: row.copy,
  receivedAt: row.received_at,
  hash: row.hash,
  flagged: row.flagged === 1,
  item: {
    versionKey: row.version_key,
    versionOrder: row.version_order,
    versionCreated: row.version_created,
    status: row.status,
  },
});

export const versionOf = (row: Row): WireVersion => ({
  id: row.id,
  wireItem: row.wire_item,
  copy: row.copy,
  format: row.format,
  receivedAt: row.received_at,
  hash: row.hash,
  item: fromJson<WireItem>(row.item),
  flagged: row.flagged === 1,
});

export const rowOfVersion = (version: WireVersion): Row => ({
  id: version.id,
  wire_item: version.wireItem,
  copy: version.copy,
  format: version.format,
  received_at: version.receivedAt,
  hash: version.hash,
  flagged: version.flagged ? 1 : 0,
  item: toJson(version.item),
  version_key: version.item.versionKey,
  version_order: version.item.versionOrder,
  version_created: version.item.versionCreated,
  status: version.item.status,
});
