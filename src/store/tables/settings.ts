import { fromJson, toJson } from "../json.ts";
import { putRows } from "../put-rows.ts";
import type { Sql } from "../sql.ts";

/** Small named values of the newsroom as JSON ("paper", "install"). */
export type Settings = {
  find(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
};

export const settingsIn = (sql: Sql): Settings => ({
  async find(name) {
    const row = await sql.db
      .selectFrom("settings")
      .select("value")
      .where("name", "=", name)
      .executeTakeFirst();
    return row && fromJson(row.value);
  },
  set: (name, value) =>
    putRows(sql, "settings", { rows: [{ name, value: toJson(value) }], whenThere: { key: ["name"] } }),
});
