import { oneLine } from "../../base/text.ts";
import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Schema } from "../schema.ts";
import type { Sql } from "../sql.ts";
import type { Agreement } from "../../story/agreement.ts";

/** Who we take copy from. `slug` is the address of its page. `own` is the newsroom itself. */
export type Partner = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly home: string | null;
  readonly says: string;
  readonly agreement: Agreement;
};

export type Partners = {
  find(id: string): Promise<Partner | undefined>;
  findBySlug(slug: string): Promise<Partner | undefined>;
  /** By name, case and blanks aside. */
  findByName(name: string): Promise<Partner | undefined>;
  list(): Promise<readonly Partner[]>;
  set(partner: Partner): Promise<void>;
};

export const partnersIn = (sql: Sql): Partners => ({
  find: (id) => findWhere(sql, "id", id),
  findBySlug: (slug) => findWhere(sql, "slug", slug),
  findByName: (name) => findWhere(sql, "name_key", nameKey(name)),
  async list() {
    const rows = await sql.db.selectFrom("partners").selectAll().orderBy("name_key").orderBy("id").execute();
    return rows.map(partnerOf);
  },
  set: (partner) => putRows(sql, "partners", { rows: [rowOf(partner)], whenThere: { key: ["id"] } }),
});

const nameKey = (name: string) => oneLine(name).toLowerCase();

async function findWhere(sql: Sql, column: "id" | "slug" | "name_key", value: string) {
  const rows = sql.db.selectFrom("partners").selectAll().where(column, "=", value);
  const row = await rows.orderBy("id").limit(1).executeTakeFirst();
  return row && partnerOf(row);
}

const partnerOf = ({ name_key: _key, agreement, ...row }: Schema["partners"]): Partner => ({
  ...row,
  agreement: fromJson<Agreement>(agreement),
});

const rowOf = ({ id, slug, name, home, says, agreement }: Partner): Schema["partners"] => ({
  id,
  slug,
  name,
  name_key: nameKey(name),
  home,
  says,
  agreement: toJson(agreement),
});
