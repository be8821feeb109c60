import type { Clock } from "../base/clock.ts";
import { idsBy } from "../base/ids.ts";
import type { DataFolder } from "./data-folder.ts";
import type { Engine } from "./dialects/dialect.ts";
import { refuse } from "./refusals.ts";
import type { Schema } from "./schema.ts";

/**
 * Makes database and data folder know each other: the newsroom's id lies in both. A new database gets one; a folder
 * that never had one takes the database's (a further node); two different ones are refused. Hands back the number of
 * the last commit the database holds.
 */
export async function joinInstall(engine: Engine, folder: DataFolder | null, clock: Clock): Promise<number> {
  const install = (await findInstall(engine)) ?? (await newInstall(engine, clock));
  if (folder?.marker && folder.marker.id !== install.id)
    throw refuse("store-other-newsroom", { detail: { folder: folder.path } });
  if (folder && !folder.marker) folder.keepMarker({ id: install.id, madeAt: install.made_at });
  return install.commits;
}

const findInstall = (engine: Engine): Promise<Schema["install"] | undefined> =>
  engine.reader.selectFrom("install").selectAll().executeTakeFirst();

async function newInstall(engine: Engine, clock: Clock): Promise<Schema["install"]> {
  const mine = { one: 1, id: idsBy(clock).next(), made_at: clock.now(), commits: 0 };
  await engine.writer
    .insertInto("install")
    .values(mine)
    .onConflict((there) => there.doNothing())
    .execute();
  return (await findInstall(engine)) ?? mine;
}

/** Refuses an empty database where a newsroom was set up before. */
export function refuseLost(folder: DataFolder | null, file: string): void {
  if (folder?.marker) throw refuse("store-lost", { detail: { file, finding: "empty" } });
}
