import { sql, type Kysely } from "kysely";
import { plainAddress } from "../../base/plain-address.ts";
import type { Migration } from "../migrate.ts";
import type { Schema } from "../schema.ts";

// Names: the addresses an item was seen at and the keys it had besides its first. What versions are ordered by stands
// beside their words and in the index, so that deciding about an item reads none of them.
export const migration: Migration = {
  number: 2,
  name: "names of wire items",
  statements: () => [
    `create table wire_names (partner text not null, kind text not null, name text not null,
       wire_item text not null, primary key (partner, kind, name, wire_item))`,
    "create unique index wire_names_key_of_one on wire_names (partner, name) where kind = 'key'",
    "create index wire_names_by_item on wire_names (wire_item, kind, name)",
    "alter table wire_versions add column version_key text not null default ''",
    "alter table wire_versions add column version_order double precision",
    "alter table wire_versions add column version_created bigint",
    "alter table wire_versions add column status text not null default 'usable'",
    "drop index wire_versions_by_item",
    `create index wire_versions_by_item on wire_versions
       (wire_item, received_at, id, copy, hash, flagged, status, version_order, version_created, version_key)`,
  ],
  fill: fillAll,
};

type Old = { readonly id: string; readonly item: string; readonly wire_item: string };

// A few at a time: all words of a newsroom would not fit into memory.
async function fillAll(db: Kysely<Schema>): Promise<void> {
  for (let last = ""; ;) {
    const { rows } = await sql<Old>`select id, item, wire_item from wire_versions where id > ${last}
      order by id limit 200`.execute(db);
    for (const row of rows) await fillOne(db, row);
    const end = rows.at(-1);
    if (!end) return;
    last = end.id;
  }
}

async function fillOne(db: Kysely<Schema>, { id, item, wire_item }: Old): Promise<void> {
  // Written by toJson of the first edition, in this shape.
  const known = JSON.parse(item) as Known;
  await sql`update wire_versions set version_key = ${known.versionKey}, version_order = ${known.versionOrder},
    version_created = ${known.versionCreated}, status = ${known.status} where id = ${id}`.execute(db);
  const name = plainAddress(known.source.address);
  if (name === null || name.length > 600) return;
  await sql`insert into wire_names (partner, kind, name, wire_item)
    select partner, 'address', ${name}, id from wire_items where id = ${wire_item}
    on conflict do nothing`.execute(db);
}

type Known = {
  readonly versionKey: string;
  readonly versionOrder: number | null;
  readonly versionCreated: number | null;
  readonly status: string;
  readonly source: { readonly address: string | null };
};
