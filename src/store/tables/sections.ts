import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Sql } from "../sql.ts";
import type { Section } from "../../story/section.ts";

export type Sections = {
  find(slug: string): Promise<Section | undefined>;
  /** In the order of the masthead. */
  list(): Promise<readonly Section[]>;
  set(section: Section): Promise<void>;
};

export const sectionsIn = (sql: Sql): Sections => ({
  async find(slug) {
    const row = await sql.db
      .selectFrom("sections")
      .select("whole")
      .where("slug", "=", slug)
      .executeTakeFirst();
    return row && fromJson<Section>(row.whole);
  },
  async list() {
    const rows = await sql.db
      .selectFrom("sections")
      .select("whole")
      .orderBy("rank")
      .orderBy("slug")
      .execute();
    return rows.map((row) => fromJson<Section>(row.whole));
  },
  set: (section) =>
    putRows(sql, "sections", {
      rows: [{ slug: section.slug, rank: section.rank, whole: toJson(section) }],
      whenThere: { key: ["slug"] },
    }),
});
