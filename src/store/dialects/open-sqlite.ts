import { closeSync, constants, fstatSync, openSync, readSync, chmodSync, existsSync } from "node:fs";
import { Kysely } from "kysely";
import type { Schema } from "../schema.ts";
import { refuse } from "../refusals.ts";
import type { Engine } from "./dialect.ts";
import { SqliteConnection } from "./sqlite-connection.ts";
import { sqliteDriver } from "./sqlite-driver.ts";
import { sqlite } from "./sqlite.ts";

/** "Ofst": written into the file's header, so that another program's database is never taken for ours. */
const applicationId = 0x4f667374;

/**
 * Opens the embedded database. `configured`: this newsroom was set up before, so a file that is missing or empty
 * is a loss and refused (CASES SES-37), never made anew. What the file says of itself is read before the engine
 * may touch it (STO-10).
 */
export function openEmbedded(file: string, { configured }: { configured: boolean }): Engine {
  const header = readHeader(file);
  if (configured && header === null) throw refuse("store-lost", { detail: { file, finding: "missing" } });
  if (configured && header?.length === 0) throw refuse("store-lost", { detail: { file, finding: "empty" } });
  if (header && header.length > 0) assertOurs(header, file);
  closeSync(openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600));
  const writer = new SqliteConnection(file, { readOnly: false });
  try {
    prepareWriter(writer, header === null || header.length === 0);
    const reader = new SqliteConnection(file, { readOnly: true });
    reader.database.exec("pragma query_only = on; pragma cache_size = -4000; pragma busy_timeout = 2000");
    readEveryTable(reader);
    keepPrivate(file);
    return engineOver(reader, writer);
  } catch (error) {
    writer.close();
    throw error;
  }
}

function engineOver(reader: SqliteConnection, writer: SqliteConnection): Engine {
  const reading = new Kysely<Schema>({ dialect: sqliteDriver(reader, "reader") });
  const writing = new Kysely<Schema>({ dialect: sqliteDriver(writer, "writer") });
  return {
    reader: reading,
    writer: writing,
    dialect: sqlite,
    async close() {
      // Kysely closes only what it has used. The reader first: the last to go folds the log into the file.
      if (reader.database.isOpen) reader.close();
      if (writer.database.isOpen) writer.close();
    },
  };
}

function prepareWriter(writer: SqliteConnection, fresh: boolean): void {
  const version = String(valueOf(writer, "select sqlite_version()"));
  if (!isSafeVersion(version))
    throw refuse("store-engine-unsafe", { detail: { finding: `version ${version}` } });
  if (fresh) writer.database.exec("pragma page_size = 8192");
  if (fresh) writer.database.exec(`pragma application_id = ${applicationId}`);
  writer.database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
  writer.database.exec("pragma busy_timeout = 2000; pragma cache_size = -16000; pragma trusted_schema = off");
  // A checkpoint for every 8 MB of log, so that a big import does not pay one per batch; the log never stays large.
  writer.database.exec("pragma wal_autocheckpoint = 2000; pragma journal_size_limit = 67108864");
  assertSettings(writer);
}

// STO-33: what was asked for is read back; a build that ignores a setting must not go unnoticed (F1).
function assertSettings(writer: SqliteConnection): void {
  const wanted = { journal_mode: "wal", synchronous: 2, foreign_keys: 1, application_id: applicationId };
  for (const [name, value] of Object.entries(wanted)) {
    const found = valueOf(writer, `pragma ${name}`);
    if (found !== value)
      throw refuse("store-engine-unsafe", { detail: { finding: `${name} is ${String(found)}` } });
  }
}

// The first and last page of each table and the way to them. A destroyed page elsewhere shows when it is read; reading all
// of them would hold up the start of a large paper for a minute (the nightly check does). Values are not taken out: the
// numbers of the search index are larger than ours may be.
function readEveryTable(reader: SqliteConnection): void {
  const tables = reader.run<{ name: string }>(
    "select name from sqlite_schema where type = 'table' and sql not like 'create virtual%' and sql not like '%without rowid%'",
  );
  for (const { name } of tables.rows) {
    reader.run(`select typeof(rowid) from "${name}" order by rowid limit 1`);
    reader.run(`select typeof(rowid) from "${name}" order by rowid desc limit 1`);
  }
}

function valueOf(connection: SqliteConnection, text: string): unknown {
  const [row] = connection.run<Record<string, unknown>>(text).rows;
  return row && Object.values(row)[0];
}

/** True for engines without the race that can lose commits (CASES F11): 3.51.3 and later, and the two mended lines. */
export function isSafeVersion(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (major !== 3) return major > 3;
  if (minor === 44) return patch >= 6;
  if (minor === 50) return patch >= 7;
  return minor > 51 || (minor === 51 && patch >= 3);
}

// Read with plain file access and closed again before the engine opens the file: closing later would drop its locks.
function readHeader(file: string): Buffer | null {
  if (!existsSync(file)) return null;
  const handle = openSync(file, "r");
  const header = Buffer.alloc(100);
  const length = readSync(handle, header, 0, 100, 0);
  const { size } = fstatSync(handle);
  closeSync(handle);
  if (length === 100) assertLength(header, { file, size });
  return header.subarray(0, length);
}

function assertOurs(header: Buffer, file: string): void {
  const isDatabase = header.length === 100 && header.toString("latin1", 0, 16) === "SQLite format 3\0";
  if (!isDatabase) throw refuse("store-damaged", { detail: { file, finding: "its header is destroyed" } });
  const theirs = header.readUInt32BE(68);
  // A log that was not yet folded in may hold the id; the engine is asked again once it has read the log.
  if (theirs !== applicationId && !existsSync(`${file}-wal`))
    throw refuse("store-foreign", { detail: { file, finding: `application id ${theirs}` } });
}

// Without a log the header's count of pages is the whole truth, so a shorter file was cut (sqlite.org/fileformat2.html 1.3.8).
function assertLength(header: Buffer, { file, size }: { file: string; size: number }): void {
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isCounted = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0" || !isCounted || existsSync(`${file}-wal`))
    return;
  if (size < header.readUInt32BE(28) * pageSize)
    throw refuse("store-damaged", { detail: { file, finding: "the file was cut short" } });
}

function keepPrivate(file: string): void {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(each)) chmodSync(each, 0o600);
}
