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
  find: (id) => findWhere(sql, "id", id),
  findBySlug: (slug) => findWhere(sql, "slug", slug),
  async findMany(ids) {
    const rows = sql.db.selectFrom("people").selectAll().where("id", "in", sql.dialect.list(ids));
    return (await rows.orderBy("name").orderBy("id").execute()).map(personOf);
  },
  listAccounts: async () => {
    const rows = sql.db.selectFrom("people").selectAll().where("account", "is not", null);
    return (await rows.orderBy("name").orderBy("id").execute()).map(personOf);
  },
  set: (person) => putRows(sql, "people", { rows: [personOf(person)], whenThere: { key: ["id"] } }),
});

async function findWhere(sql: Sql, column: "id" | "slug", value: string) {
  const row = await sql.db.selectFrom("people").selectAll().where(column, "=", value).executeTakeFirst();
  return row && personOf(row);
}

const personOf = ({ id, slug, name, role, says, avatar, account }: Person): Person => ({
  id,
  slug,
  name,
  role,
  says,
  avatar,
  account,
});
