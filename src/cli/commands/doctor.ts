import { join } from "node:path";
import type { Newsroom } from "../../server/newsroom.ts";
import { inspectDatabase } from "../../store/database-copy.ts";
import { filesIn, hashOf } from "../backup-folder.ts";
import type { Command, Given } from "../command.ts";
import { progressOf } from "../progress.ts";

export const command: Command = {
  name: "doctor",
  says: "Look whether everything is sound: the database, every picture, what is polled",
  usage: "",
  options: {},
  in: "newsroom",
  async run(given, newsroom) {
    const { problems, counts } = await look(given, newsroom);
    const sources = await newsroom.store.read.sources.list();
    const ill = sources.flatMap(({ address, lastError, paused }) =>
      lastError === null || paused ? [] : [`The source ${address} is not well: ${lastError.says}`],
    );
    const aside = await newsroom.store.read.copies.listSetAside(1000);
    const answer = { sound: problems.length === 0, problems, warnings: ill, setAside: aside.length, counts };
    await given.terminal.say(given.has("json") ? `${JSON.stringify(answer)}\n` : wordsOf(answer));
    return problems.length === 0 ? 0 : 1;
  },
};

type Looked = { readonly problems: readonly string[]; readonly counts: Readonly<Record<string, number>> };

async function look(given: Given, newsroom: Newsroom): Promise<Looked> {
  const { data, databaseUrl, room } = newsroom;
  const reading = (await room.isReady("read")) ? [] : ["The store cannot be read now."];
  const writing = (await room.isReady("write")) ? [] : ["The store cannot be written now."];
  const { wrong, sound } = await lookAtPictures(data, given);
  if (databaseUrl !== null) return { problems: [...reading, ...writing, ...wrong], counts: {} };
  const state = inspectDatabase(join(data, "offstone.db"), { quick: false });
  const lost = state.pictures
    .filter((hash) => !sound.has(hash))
    .map((hash) => `The picture ${hash} is missing or altered.`);
  const broken = state.problems.map((says) => `The database: ${says}.`);
  return {
    problems: [...reading, ...writing, ...broken, ...new Set([...wrong, ...lost])],
    counts: state.counts,
  };
}

// The name of a picture's file is the hash of its bytes, so each file can be held to its own name (CASES STO-14).
async function lookAtPictures(
  data: string,
  { terminal }: Given,
): Promise<{ wrong: string[]; sound: Set<string> }> {
  const folder = join(data, "pictures");
  const files = await filesIn(folder);
  const bar = progressOf(terminal, { says: "pictures", total: files.length });
  const wrong: string[] = [];
  const sound = new Set<string>();
  for (const [at, path] of files.entries()) {
    const name = path.split("/").at(-1) ?? "";
    if ((await hashOf(join(folder, path))) === name) sound.add(name);
    else wrong.push(`The picture ${name} is missing or altered.`);
    await bar.at(at + 1);
  }
  await bar.end();
  return { wrong, sound };
}

type Answer = Looked & {
  readonly sound: boolean;
  readonly warnings: readonly string[];
  readonly setAside: number;
};

function wordsOf({ sound, problems, warnings, setAside, counts }: Answer): string {
  const counted = Object.entries(counts).map(
    ([name, count]) => `  ${name.replace("_", " ").padEnd(14)}${count}`,
  );
  return [
    sound ? "Everything is sound." : "Not everything is sound:",
    ...problems.map((says) => `  ${says}`),
    ...warnings,
    ...(setAside > 0 ? [`Copy set aside because it could not be read: ${setAside}`] : []),
    ...counted,
    "",
  ].join("\n");
}
