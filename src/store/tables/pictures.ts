import { sql as text } from "kysely";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import type { Instant } from "../../base/clock.ts";
import { visible } from "./visible.ts";

/** A kept picture file and what is known of its rights. The bytes lie in the data folder under the hash. */
export type Picture = {
  readonly id: string;
  /** SHA-256 of the original bytes, hexadecimal; the name of its file. */
  readonly hash: string;
  readonly type: "image/jpeg" | "image/png" | "image/webp" | "image/avif" | "image/gif" | "image/svg+xml";
  readonly width: number;
  readonly height: number;
  readonly address: string | null;
  readonly credit: string;
  readonly rights: string;
  readonly addedAt: Instant;
};

export type Pictures = {
  find(id: string): Promise<Picture | undefined>;
  findByHash(hash: string): Promise<Picture | undefined>;
  findByAddress(address: string): Promise<Picture | undefined>;
  /** Whether the public may see it: a visible story shows it, or it is the face of somebody with a page. */
  isShown(id: string, now: Instant): Promise<boolean>;
  add(picture: Picture): Promise<void>;
};

export const picturesIn = (sql: Sql): Pictures => ({
  find: (id) => findWhere(sql, "id", id),
  findByHash: (hash) => findWhere(sql, "hash", hash),
  findByAddress: (address) => findWhere(sql, "address", address),
  isShown: (id, now) => isShown(sql, id, now),
  add: (picture) => putRows(sql, "pictures", { rows: [rowOf(picture)] }),
});

async function isShown(sql: Sql, id: string, now: Instant): Promise<boolean> {
  const { rows } = await text<{ shown: number }>`select 1 as shown where
    exists (select 1 from story_pictures join stories on stories.id = story_pictures.story
      where story_pictures.picture = ${id} and ${visible(now)})
    or exists (select 1 from people where avatar = ${id})`.execute(sql.db);
  return rows.length > 0;
}

// Two pictures may share an address (the file behind it changed): the newest is what lies there now.
async function findWhere(sql: Sql, column: "id" | "hash" | "address", value: string) {
  const rows = sql.db.selectFrom("pictures").selectAll().where(column, "=", value);
  const row = await rows.orderBy("added_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst();
  return row && pictureOf(row);
}

function pictureOf({ added_at, ...row }: Schema["pictures"]): Picture {
  return { ...row, addedAt: added_at };
}

const rowOf = (picture: Picture): Schema["pictures"] => ({
  id: picture.id,
  hash: picture.hash,
  type: picture.type,
  width: picture.width,
  height: picture.height,
  address: picture.address,
  credit: picture.credit,
  rights: picture.rights,
  added_at: picture.addedAt,
});
