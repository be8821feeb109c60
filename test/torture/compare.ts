import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { systemClock } from "../../src/base/clock.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { readLedger } from "./ledger.ts";

export type Verdict = {
  readonly acknowledged: number;
  /** Acknowledged stories that are gone. */
  readonly lost: readonly string[];
  /** Stories without all that belongs to them. */
  readonly half: readonly string[];
  /** What the file itself shows: things twice, rows without their other half, findings of the engine. */
  readonly wrong: readonly string[];
  readonly notices: readonly string[];
};

/**
 * Opens what a killed process left, as a restart does, and holds it against the ledger. The first `seen` acknowledged
 * stories were compared before and are only counted.
 */
export async function compare(data: string, ledger: string, seen = 0): Promise<Verdict> {
  const notices: string[] = [];
  const store = await openStore({ data, clock: systemClock, notice: ({ code }) => notices.push(code) });
  await store.caughtUp();
  const acknowledged = readLedger(ledger).flatMap(({ stories }) => stories);
  const states = await Promise.all(acknowledged.slice(seen).map((id) => stateOf(store, id)));
  await store.close();
  const those = (state: string) => states.filter((each) => each.state === state).map(({ id }) => id);
  const found = { lost: those("lost"), half: those("half"), wrong: wrongIn(data), notices };
  return { acknowledged: acknowledged.length, ...found };
}

async function stateOf(
  { read }: Store,
  id: string,
): Promise<{ id: string; state: "whole" | "half" | "lost" }> {
  const story = await read.stories.find(id);
  if (!story) return { id, state: "lost" };
  const version = await read.wireItems.findVersion(story.taken?.version ?? "");
  const item = await read.wireItems.find(story.taken?.wireItem ?? "");
  const whole =
    (await read.revisions.find(id, story.revision)) !== undefined &&
    (await read.events.listOf(id)).length === 1 &&
    version !== undefined &&
    item?.currentVersion === version.id &&
    (await read.copies.find(version.copy)) !== undefined;
  return { id, state: whole ? "whole" : "half" };
}

const wrongs: Readonly<Record<string, string>> = {
  "wire items of one key": "select stable_key from wire_items group by stable_key having count(*) > 1",
  "stories of one wire item": "select wire_item from stories group by wire_item having count(*) > 1",
  "events of one story": "select story from events group by story having count(*) > 1",
  "stories without text": "select id from stories where id not in (select story from story_copies)",
  "stories without search entry": "select id from stories where id not in (select story from search_numbers)",
  "numbers without search entry":
    "select number from search_numbers where number not in (select id from story_search_docsize)",
  "search entries without number":
    "select id from story_search_docsize where id not in (select number from search_numbers)",
  "stories without revision": "select id from stories where id not in (select story from revisions)",
  "wire items without story": "select id from wire_items where id not in (select wire_item from stories)",
  "versions without item": "select id from wire_versions where wire_item not in (select id from wire_items)",
  "findings of the engine": "select * from pragma_integrity_check where integrity_check <> 'ok'",
};

// Counted in the file, because the tables show only what is asked for.
function wrongIn(data: string): string[] {
  const database = new DatabaseSync(join(data, "offstone.db"), { readOnly: true });
  const counts = Object.entries(wrongs).map(([what, text]) => ({
    what,
    count: database.prepare(text).all().length,
  }));
  database.close();
  return counts.filter(({ count }) => count > 0).map(({ what, count }) => `${count} ${what}`);
}
