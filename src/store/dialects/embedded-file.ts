import { backup, DatabaseSync } from "node:sqlite";

/** What an embedded database says of itself. `problems` are in the engine's words; none = sound. */
type DatabaseState = {
  readonly problems: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
  /** SHA-256 of every picture that is known, hexadecimal. */
  readonly pictures: readonly string[];
};

/** Copies the embedded database into a new file while it is being used: the state of one instant, whole. */
export async function copyDatabase(
  from: string,
  to: string,
  tell: (done: number, total: number) => void,
): Promise<void> {
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(database, to, {
      rate: 2000,
      progress: ({ totalPages, remainingPages }) => tell(totalPages - remainingPages, totalPages),
    });
  } finally {
    database.close();
  }
  // One file, without a log beside it: what is copied on from here is whole.
  const copy = new DatabaseSync(to);
  copy.exec("pragma journal_mode = delete");
  copy.close();
}

const counted = [
  "partners",
  "copies",
  "wire_items",
  "stories",
  "revisions",
  "people",
  "pictures",
  "sources",
  "events",
];

/** Looks through a whole database file, reading only. `quick` leaves out what compares indexes with tables. */
export function inspectDatabase(file: string, { quick }: { quick: boolean }): DatabaseState {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const check = database.prepare(quick ? "pragma quick_check(20)" : "pragma integrity_check(20)").all();
    const broken = database.prepare("pragma foreign_key_check").all();
    return {
      problems: [
        ...check.map((row) => String(Object.values(row)[0])).filter((says) => says !== "ok"),
        ...broken.map(
          (row) => `a row of ${String(row["table"])} points at nothing in ${String(row["parent"])}`,
        ),
      ],
      counts: Object.fromEntries(counted.map((table) => [table, countOf(database, table)])),
      pictures: database
        .prepare("select hash from pictures")
        .all()
        .map((row) => String(row["hash"])),
    };
  } finally {
    database.close();
  }
}

const countOf = (database: DatabaseSync, table: string) =>
  Number(database.prepare(`select count(*) as count from ${table}`).get()?.["count"]);
