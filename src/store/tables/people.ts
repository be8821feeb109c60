import { putRows } from "../put-rows.ts";
import type { Sql } from "../sql.ts";

/** Somebody with a public page: a writer, or an account of the desk such as the house account "Editors Desk". */
export type Person = {
  readonly id: string;
  /** Address of the page /by/{slug}. */
  readonly slug: string;
  readonly name: string;
  readonly role: string;
  readonly says: string;
  /** A picture id, or "art:NAME" for a drawing that ships with Offstone. */
  readonly avatar: string | null;
  /** null: a writer of copy only; else an account that handles stories. */
  readonly account: "house" | "staff" | null;
};

export type People = {
  find(id: string): Promise<Person | undefined>;
  findBySlug(slug: string): Promise<Person | undefined>;
  findMany(ids: readonly string[]): Promise<readonly Person[]>;
  /** Who handles stories, by name. */
  listAccounts(): Promise<readonly Person[]>;
  set(person: Person): Promise<void>;
};

export const peopleIn = (sql: Sql): People => ({
  find: (id) => sql.db.selectFrom("people").selectAll().where("id", "=", id).executeTakeFirst(),
  findBySlug: (slug) => sql.db.selectFrom("people").selectAll().where("slug", "=", slug).executeTakeFirst(),
  findMany: (ids) =>
    sql.db
      .selectFrom("people")
      .selectAll()
      .where("id", "in", sql.dialect.list(ids))
      .orderBy("name")
      .execute(),
  listAccounts: () =>
    sql.db.selectFrom("people").selectAll().where("account", "is not", null).orderBy("name").execute(),
  set: ({ id, slug, name, role, says, avatar, account }) =>
    putRows(sql, "people", {
      rows: [{ id, slug, name, role, says, avatar, account }],
      whenThere: { key: ["id"] },
    }),
});
