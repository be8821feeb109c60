import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../base/refusal.ts";
import { openNewsroom, type Newsroom } from "../server/newsroom.ts";
import { reachNewsroom } from "./private-line.ts";
import type { Settings } from "./settings.ts";

/**
 * Opens the newsroom for one command. Where another process holds the folder but does not listen yet, because it is
 * just starting, its line is waited for.
 */
export async function openForCommand(
  settings: Settings,
): Promise<{ newsroom: Newsroom & AsyncDisposable } | { line: Socket }> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return { newsroom: disposable(await openNewsroom(settings)) };
    } catch (cause) {
      if (!(cause instanceof Refusal && cause.code === "data-folder-taken") || attempt >= 10) throw cause;
      await sleep(200);
      const line = await reachNewsroom(settings.data);
      if (line) return { line };
    }
}

const disposable = (newsroom: Newsroom): Newsroom & AsyncDisposable => ({
  ...newsroom,
  [Symbol.asyncDispose]: async () => newsroom.close(),
});
