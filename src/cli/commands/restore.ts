import { join } from "node:path";
import { inspectDatabase } from "../../store/database-copy.ts";
import {
  assertEmpty,
  assertWhole,
  copyDurably,
  notWhole,
  readList,
  writeAside,
  type BackupList,
} from "../backup-folder.ts";
import type { Command } from "../command.ts";
import { reachNewsroom } from "../private-line.ts";
import { progressOf, type Progress } from "../progress.ts";
import { refuse } from "../refusals.ts";
import { wordOf } from "../word-of.ts";

export const command: Command = {
  name: "restore",
  says: "Bring a backup back into an empty data folder",
  usage: "FOLDER",
  options: {},
  in: "shell",
  async run(given, { data, databaseUrl }) {
    const { terminal } = given;
    const from = terminal.place(wordOf(given, { command: "restore", name: "FOLDER" }));
    if (databaseUrl !== null) throw refuse("restore-by-postgres");
    const line = await reachNewsroom(data);
    line?.destroy(); // an open line would keep this process waiting
    if (line) throw refuse("newsroom-running", { detail: { folder: data } });
    await assertEmpty(data);
    const list = await readList(from);
    const bar = progressOf(terminal, { says: "files", total: list.files.length * 2 });
    await assertWhole(from, list, bar.at);
    await writeAside(data, async (aside) => bringBack({ from, to: aside }, list, bar));
    await bar.end();
    const said = `Brought back ${list.counts["stories"]} stories of ${list.madeAt} into ${data}`;
    const answer = JSON.stringify({ folder: data, madeAt: list.madeAt, ...list.counts });
    await terminal.say(`${given.has("json") ? answer : said}\n`);
    return 0;
  },
};

async function bringBack(
  { from, to }: { from: string; to: string },
  { files }: BackupList,
  bar: Progress,
): Promise<void> {
  for (const [at, { path }] of files.entries()) {
    await copyDurably(join(from, path), join(to, path));
    await bar.at(files.length + at + 1);
  }
  const { problems } = inspectDatabase(join(to, "offstone.db"), { quick: false });
  if (problems.length > 0) throw notWhole(from, problems[0] ?? "");
}
