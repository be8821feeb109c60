import type { Command } from "../command.ts";
import { progressOf } from "../progress.ts";

export const command: Command = {
  name: "export",
  says: "Write every story as one line of JSON to standard output",
  usage: "[> FILE]",
  options: {},
  in: "newsroom",
  async run({ terminal }, newsroom) {
    const { stories } = newsroom.store.read;
    const bar = progressOf(terminal, { says: "stories", total: 0 });
    let count = 0;
    for (let last: string | null = null; !terminal.interrupted.aborted;) {
      const batch = await stories.listAfter(last, 200);
      if (batch.length === 0) break;
      await terminal.say(batch.map((story) => `${JSON.stringify(story)}\n`).join(""));
      last = batch.at(-1)?.id ?? null;
      count += batch.length;
      await bar.at(count);
    }
    await bar.end();
    return 0;
  },
};
