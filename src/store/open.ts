import type { Clock, Instant } from "../base/clock.ts";
import { idsBy } from "../base/ids.ts";
import { takeDataFolder } from "./data-folder.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Engine } from "./dialects/dialect.ts";
import { openEmbedded } from "./dialects/open-sqlite.ts";
import { joinInstall, refuseLost } from "./install.ts";
import { loadMigrations, migrate } from "./migrate.ts";
import type { Migration } from "./migrate.ts";
import { storeOver } from "./store-over.ts";
import type { Notice } from "./store-over.ts";
import type { Store } from "./store.ts";

export type StoreOptions = {
  /** The data folder; made where missing. With `databaseUrl` it is still held and marked, where given. */
  readonly data?: string;
  /** "postgres://…": the database lies on a server. Absent: the embedded one, in the data folder. */
  readonly databaseUrl?: string;
  readonly clock: Clock;
  /** The day ("2026-11-23") of an instant in the paper's time zone; UTC where not given. */
  readonly dayOf?: (instant: Instant) => string;
  /** Told what an operator should know and no request can say. Absent: a warning of the process. */
  readonly notice?: (notice: Notice) => void;
  /** Known schema steps; those of store/migrations/ where not given. */
  readonly migrations?: readonly Migration[];
};

/** Opens the newsroom's store, or refuses with a code of refusals.ts and changes nothing. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { data, clock } = options;
  const folder = data === undefined ? null : takeDataFolder(data, clock.now());
  try {
    return await openIn(folder, options);
  } catch (error) {
    folder?.release();
    throw error;
  }
}

async function openIn(folder: DataFolder | null, options: StoreOptions): Promise<Store> {
  const { clock, databaseUrl, dayOf = dayInUtc, notice = warn } = options;
  const file = databaseUrl === undefined ? (folder?.database ?? "") : new URL(databaseUrl).host;
  const engine = await openEngine(folder, databaseUrl);
  try {
    const migrations = options.migrations ?? (await loadMigrations());
    await migrate(engine, { migrations, now: clock.now(), file, onEmpty: () => refuseLost(folder, file) });
    const commits = await joinInstall(engine, folder, clock);
    if (folder && commits < folder.lastCommit) notice(lostCommits(folder, commits));
    return await storeOver(engine, { folder, notice, room: { dayOf, ids: idsBy(clock) } });
  } catch (error) {
    await engine.close();
    throw error;
  }
}

// The server's driver is loaded only where there is a server: it costs a fifth of the time to the first page.
async function openEngine(folder: DataFolder | null, databaseUrl: string | undefined): Promise<Engine> {
  if (databaseUrl !== undefined) return (await import("./dialects/open-postgres.ts")).openServer(databaseUrl);
  if (!folder) throw new Error("openStore needs a data folder or a database address.");
  return openEmbedded(folder.database, { configured: folder.marker !== null });
}

const dayInUtc = (instant: Instant) => new Date(instant).toISOString().slice(0, 10);

const warn = ({ code, says }: Notice) => process.emitWarning(says, { code });

// STO-11: the log was lost or cut, or an older copy of the file was put here.
const lostCommits = (folder: DataFolder, commits: number): Notice => ({
  code: "store-lost-commits",
  says: `The database in ${folder.path} ends at commit ${commits}, but ${folder.lastCommit} were made: the last ${
    folder.lastCommit - commits
  } are missing. Look for the file offstone.db-wal or restore the last backup.`,
});
