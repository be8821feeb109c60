import { giveBackMemory } from "../../server/give-back-memory.ts";
import { logTo, type Log } from "../../server/log.ts";
import { openNewsroom, type Newsroom } from "../../server/newsroom.ts";
import { serve } from "../../server/serve.ts";
import { systemClock } from "../../base/clock.ts";
import { carryOut } from "../carry-out.ts";
import type { Command, Given } from "../command.ts";
import { receiveCommand } from "../commands-over-line.ts";
import { openPrivateLine } from "../private-line.ts";
import type { Settings } from "../settings.ts";

export const command: Command = {
  name: "start",
  says: "Open the newsroom: the paper for readers, the polls, the clock's work",
  usage: "",
  options: {},
  in: "shell",
  async run(given, settings) {
    const log = logOf(given);
    const newsroom = await openNewsroom({ ...settings, log });
    try {
      return await run(given, newsroom, settings);
    } finally {
      await newsroom.close();
    }
  },
};

async function run({ terminal }: Given, newsroom: Newsroom, settings: Settings): Promise<0> {
  const stopAsked = askedToStop();
  if (settings.sample) await fillEmptyPaper(newsroom);
  const serving = await serve(newsroom, settings);
  const line = await openPrivateLine(settings.data, (socket) => {
    receiveCommand(socket, async (args, shell) => carryOut(args, shell, newsroom)).catch((cause: unknown) =>
      newsroom.log.fault("command.failed", cause),
    );
  });
  giveBackMemory();
  await terminal.say(`The paper is at ${newsroom.origin}\n`).catch(() => {}); // readers come without it
  await stopAsked;
  await line.close();
  await serving.stop();
  return 0;
}

// A person at the terminal reads words; a program that keeps logs reads JSON.
function logOf({ terminal }: Given): Log {
  const write = (line: string) => void terminal.remark(line).catch(() => {}); // nobody reads it any more
  return logTo(write, { clock: systemClock, plain: terminal.isWatched });
}

/** Resolves at the first signal to stop. A second one ends the process at once. */
async function askedToStop(): Promise<void> {
  const asked = new Promise<void>((done) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => done());
  });
  await asked;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
}

// The first page somebody opens ought to be a page.
async function fillEmptyPaper(newsroom: Newsroom): Promise<void> {
  const { settings, stories } = newsroom.store.read;
  if ((await settings.find("paper")) !== undefined || (await stories.listAfter(null, 1)).length > 0) return;
  const { loadSampleEdition } = await import("../../server/sample/sample-edition.ts");
  newsroom.log.note("sample.printing");
  await loadSampleEdition(newsroom).catch((cause: unknown) => newsroom.log.fault("sample.failed", cause));
}
