import { CompiledQuery, sql } from "kysely";
import type { Schema } from "./schema.ts";
import type { Sql } from "./sql.ts";

/** What becomes of a row whose key is there already. `first` names columns that keep their first value that is not null. */
export type WhenThere = "refuse" | "leave" | { key: readonly string[]; first?: readonly string[] };

/**
 * Writes many rows with few statements. The text of each shape is compiled once; a batch of 500 is eight
 * statements of 64, 8 or 1 rows. All rows must have the same columns.
 */
export async function putRows<Table extends keyof Schema>(
  into: Sql,
  table: Table,
  { rows: given, whenThere = "refuse" }: { rows: readonly Schema[Table][]; whenThere?: WhenThere },
): Promise<void> {
  const rows = typeof whenThere === "string" ? given : lastOfEach(given, whenThere.key);
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  for (let at = 0; at < rows.length;) {
    const size = batchSizes.find((each) => each <= rows.length - at) ?? 1;
    const text = textFor(into, { table, columns, size, whenThere });
    const values = rows.slice(at, at + size).flatMap((row) => Object.values(row));
    await into.db.executeQuery(CompiledQuery.raw(text, values));
    at += size;
  }
}

// One statement may not replace a row it has just written; of two with one key the later is meant.
function lastOfEach<Row extends object>(rows: readonly Row[], key: readonly string[]): readonly Row[] {
  if (rows.length < 2) return rows;
  const keyOf = (row: Row) => JSON.stringify(Object.entries(row).filter(([column]) => key.includes(column)));
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

const batchSizes = [64, 8, 1];

type Shape = { table: string; columns: readonly string[]; size: number; whenThere: WhenThere };

function textFor(into: Sql, shape: Shape): string {
  const key = `${shape.table} ${shape.size} ${shape.columns.join()} ${JSON.stringify(shape.whenThere)}`;
  const known = into.compiled.get(key);
  if (known !== undefined) return known;
  const text = insert(shape).compile(into.db).sql;
  into.compiled.set(key, text);
  return text;
}

function insert({ table, columns, size, whenThere }: Shape) {
  const row = sql`(${sql.join(columns.map(() => null))})`;
  const values = sql.join(Array.from({ length: size }, () => row));
  const into = sql`insert into ${sql.table(table)} (${sql.join(columns.map((each) => sql.ref(each)))})`;
  return sql`${into} values ${values} ${ending(table, columns, whenThere)}`;
}

function ending(table: string, columns: readonly string[], whenThere: WhenThere) {
  if (whenThere === "refuse") return sql``;
  if (whenThere === "leave") return sql`on conflict do nothing`;
  const { key, first = [] } = whenThere;
  const sets = columns
    .filter((each) => !key.includes(each))
    .map((each) =>
      first.includes(each)
        ? sql`${sql.ref(each)} = coalesce(${sql.ref(`${table}.${each}`)}, excluded.${sql.ref(each)})`
        : sql`${sql.ref(each)} = excluded.${sql.ref(each)}`,
    );
  return sql`on conflict (${sql.join(key.map((each) => sql.ref(each)))}) do update set ${sql.join(sets)}`;
}
