import { setMaxListeners } from "node:events";
import { logTo, type Log } from "../../server/log.ts";
import { openNewsroom, type Newsroom } from "../../server/newsroom.ts";
import { serve, type Serving } from "../../server/serve.ts";
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
  const stopAsked = askedToStop(terminal.interrupted);
  if (settings.sample) await fillEmptyPaper(newsroom);
  const serving = await serve(newsroom, settings);
  const line = await openPrivateLine(settings.data, (socket) => {
    receiveCommand(socket, async (args, shell) => carryOut(args, shell, newsroom)).catch((cause: unknown) =>
      newsroom.log.fault("command.failed", cause),
    );
  });
  await terminal.say(`The paper is at ${newsroom.origin}\n`);
  await stopAsked;
  await line.close();
  await serving.stop();
  return 0;
}
