import { join } from "node:path";
import { toIso } from "../../base/clock.ts";
import { copyDatabase, inspectDatabase } from "../../store/database-copy.ts";
import type { Newsroom } from "../../server/newsroom.ts";
import {
  assertEmpty,
  copyDurably,
  filesIn,
  hashOf,
  notWhole,
  writeAside,
  writeList,
} from "../backup-folder.ts";
import type { Command, Given } from "../command.ts";
import { progressOf } from "../progress.ts";
import { refuse } from "../refusals.ts";
import { wordOf } from "../word-of.ts";

export const command: Command = {
  name: "backup",
  says: "Copy everything into a new folder, while the newsroom runs or not",
  usage: "FOLDER",
  options: {},
  in: "newsroom",
  async run(given, newsroom) {
    const folder = given.terminal.place(wordOf(given, { command: "backup", name: "FOLDER" }));
    if (newsroom.databaseUrl !== null)
      throw refuse("backup-by-postgres", { detail: { folder: join(newsroom.data, "pictures") } });
    await assertEmpty(folder);
    const counts = await writeAside(folder, async (aside) => backUp(aside, given, newsroom));
    const answer = `Backed up ${counts["stories"]} stories and ${counts["pictures"]} pictures into ${folder}`;
    await given.terminal.say(
      given.has("json") ? `${JSON.stringify({ folder, ...counts })}\n` : `${answer}\n`,
    );
    return 0;
  },
};

type Counts = Readonly<Record<string, number>>;

async function backUp(aside: string, { terminal }: Given, { data, clock }: Newsroom): Promise<Counts> {
  const database = join(aside, "offstone.db");
  const pages = progressOf(terminal, { says: "pages of the database", total: 0 });
  await copyDatabase(join(data, "offstone.db"), database, (done) => void pages.at(done));
  await pages.end();
  const { problems, counts } = inspectDatabase(database, { quick: true });
  if (problems.length > 0) throw notWhole(aside, problems[0] ?? "");
  const kept = await filesIn(join(data, "pictures"));
  const bar = progressOf(terminal, { says: "pictures", total: kept.length });
  const files = [{ path: "offstone.db", sha256: await hashOf(database) }];
  for (const [at, name] of kept.entries()) {
    const path = join("pictures", name);
    await copyDurably(join(data, path), join(aside, path));
    files.push({ path, sha256: await hashOf(join(aside, path)) });
    await bar.at(at + 1);
  }
  await bar.end();
  await writeList(aside, { madeAt: toIso(clock.now()), counts, files });
  return counts;
}
