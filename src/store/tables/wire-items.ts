import type { WireItem } from "../../story/wire-item.ts";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import { lineColumns, lineOf, rowOfVersion, versionOf } from "./wire-version.ts";
import type { VersionLine, WireVersion } from "./wire-version.ts";

export type { VersionLine, WireVersion };

export type FiledItem = {
  readonly id: string;
  readonly partner: string;
  /** The key it first came under; `listNames` tells the others. */
  readonly stableKey: string;
  readonly currentVersion: string;
  readonly status: WireItem["status"];
  readonly section: string | null;
};

/** A further key of an item, or an address it was seen at, made plain (`plainAddress`). A key belongs to one item. */
export type WireName = {
  readonly partner: string;
  readonly kind: "key" | "address";
  readonly name: string;
  readonly wireItem: string;
};

export type WireItems = {
  find(id: string): Promise<FiledItem | undefined>;
  /** By the first key or any further one. */
  findByKeys(partner: string, keys: readonly string[]): Promise<readonly FiledItem[]>;
  /** Every item of the partner ever seen at one of these addresses. */
  findByAddresses(partner: string, addresses: readonly string[]): Promise<readonly FiledItem[]>;
  listNames(wireItems: readonly string[]): Promise<readonly WireName[]>;
  findVersion(id: string): Promise<WireVersion | undefined>;
  findVersions(ids: readonly string[]): Promise<readonly WireVersion[]>;
  /** All versions of these items without their words, oldest first. */
  listVersions(wireItems: readonly string[]): Promise<readonly VersionLine[]>;
  addVersions(versions: readonly WireVersion[]): Promise<void>;
  addNames(names: readonly WireName[]): Promise<void>;
  set(...items: FiledItem[]): Promise<void>;
};

export const wireItemsIn = (sql: Sql): WireItems => ({
  async find(id) {
    const row = await sql.db.selectFrom("wire_items").selectAll().where("id", "=", id).executeTakeFirst();
    return row && filedOf(row);
  },
  async findByKeys(partner, keys) {
    const named = await findNamed(sql, partner, { kind: "key", names: keys });
    return uniqueOf([...(await findByFirstKey(sql, partner, keys)), ...named]);
  },
  findByAddresses: (partner, addresses) => findNamed(sql, partner, { kind: "address", names: addresses }),
  listNames: (wireItems) => listNames(sql, wireItems),
  async findVersion(id) {
    const row = await sql.db.selectFrom("wire_versions").selectAll().where("id", "=", id).executeTakeFirst();
    return row && versionOf(row);
  },
  async findVersions(ids) {
    const rows = sql.db.selectFrom("wire_versions").selectAll();
    const found = await rows.where("id", "in", sql.dialect.list(ids)).orderBy("id").execute();
    return found.map(versionOf);
  },
  async listVersions(wireItems) {
    const rows = sql.db.selectFrom("wire_versions").select([...lineColumns]);
    const found = await rows
      .where("wire_item", "in", sql.dialect.list(wireItems))
      .orderBy("received_at")
      .orderBy("id")
      .execute();
    return found.map(lineOf);
  },
  addVersions: (versions) => putRows(sql, "wire_versions", { rows: versions.map(rowOfVersion) }),
  addNames: (names) => putRows(sql, "wire_names", { rows: names.map(rowOfName), whenThere: "leave" }),
  set: (...items) => putRows(sql, "wire_items", { rows: items.map(rowOfItem), whenThere: { key: ["id"] } }),
});

async function findByFirstKey({ db, dialect }: Sql, partner: string, keys: readonly string[]) {
  const rows = db.selectFrom("wire_items").selectAll().where("partner", "=", partner);
  const found = await rows.where("stable_key", "in", dialect.list(keys)).orderBy("id").execute();
  return found.map(filedOf);
}

async function listNames({ db, dialect }: Sql, wireItems: readonly string[]): Promise<readonly WireName[]> {
  const rows = db.selectFrom("wire_names").selectAll();
  const found = await rows
    .where("wire_item", "in", dialect.list(wireItems))
    .orderBy("wire_item")
    .orderBy("kind")
    .orderBy("name")
    .execute();
  return found.map(({ wire_item, ...name }) => ({ ...name, wireItem: wire_item }));
}

async function findNamed(
  { db, dialect }: Sql,
  partner: string,
  { kind, names }: { kind: WireName["kind"]; names: readonly string[] },
): Promise<readonly FiledItem[]> {
  const named = db
    .selectFrom("wire_names")
    .select("wire_item")
    .where("partner", "=", partner)
    .where("kind", "=", kind)
    .where("name", "in", dialect.list(names));
  const found = await db
    .selectFrom("wire_items")
    .selectAll()
    .where("id", "in", named)
    .orderBy("id")
    .execute();
  return found.map(filedOf);
}

const uniqueOf = (items: readonly FiledItem[]) => [...new Map(items.map((each) => [each.id, each])).values()];

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

const rowOfName = ({ partner, kind, name, wireItem }: WireName): Schema["wire_names"] => ({
  partner,
  kind,
  name,
  wire_item: wireItem,
});
