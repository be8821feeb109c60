// node bench/store.ts [--stories 100000] [--keep FOLDER]: what the embedded store takes to fill, open, read and search.
// With --keep the folder is filled once and measured again at the next call.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../src/base/clock.ts";
import { openStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { aBody } from "../test/house/a-body.ts";
import { fileBatch } from "../test/torture/file-batch.ts";
import { randomBy } from "../test/torture/random-by.ts";

const { values } = parseArgs({
  options: { stories: { type: "string", default: "100000" }, keep: { type: "string" } },
});
const stories = Number(values.stories);
const data = values.keep ?? mkdtempSync(join(tmpdir(), "offstone-bench-"));
const random = randomBy(1);
const words = Array.from({ length: 25_000 }, (_, at) => `w${at.toString(36)}`);
const text = (count: number) =>
  Array.from({ length: count }, () => words[Math.floor(words.length * random() ** 4)]).join(" ");

if (!existsSync(join(data, "install.json"))) await fill();
const started = performance.now();
const store = await openStore({ data, clock: systemClock });
say("open", [performance.now() - started]);
await readAll(store);
await store.close();
console.log(`resident ${process.memoryUsage.rss() >> 20} MB`);
if (!values.keep) rmSync(data, { recursive: true });

// Batches of 500 as an import files them: copy, wire items, versions, stories, revisions, events in one transaction.
async function fill(): Promise<void> {
  const filling = await openStore({ data, clock: systemClock });
  const bodies = Array.from({ length: 300 }, () => aBody(...Array.from({ length: 10 }, () => text(80))));
  const took: number[] = [];
  for (let batch = 0; batch * 500 < stories; batch += 1) {
    const keys = Array.from({ length: 500 }, (_, at) => `key-${batch}-${at}`);
    const bodyOf = (key: string) => bodies[Math.floor(random() * bodies.length)] ?? aBody(key);
    const from = performance.now();
    await filling.together((tables) => fileBatch(tables, { keys, batch, random, bodyOf }));
    took.push((performance.now() - from) / 500);
  }
  say("file one of 500 (800 words)", took);
  const from = performance.now();
  await filling.caughtUp();
  say("then until all can be found", [performance.now() - from]);
  await filling.close();
}

async function readAll({ read, ...rest }: Store): Promise<void> {
  const now = Date.now();
  const cards = await read.stories.listVisible({ now, limit: 500 });
  const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  const card = (at: number) => cards[at % cards.length] ?? { id: "", slug: "", section: "", publishedAt: 0 };
  await measure("find", (at) => read.stories.find(card(at).id));
  await measure("findByAddress", (at) => {
    const { section, slug, publishedAt } = card(at);
    return read.stories.findByAddress({ section, slug, day: dayOf(publishedAt) });
  });
  await measure("list 30 of all", () => read.stories.listVisible({ now, limit: 30 }));
  await measure("list 30 of a section", () => read.stories.listVisible({ now, limit: 30, section: "world" }));
  await measure("list 30 of a person", () =>
    read.stories.listVisible({ now, limit: 30, person: "ines-calder" }),
  );
  await measure("count all", () => read.stories.countVisible({ now }));
  await measure("search a rare word", (at) =>
    read.search.find({ text: `w${(9000 + at * 31).toString(36)}`, now, limit: 20 }),
  );
  await measure("search common words", () => read.search.find({ text: "w1 w2", now, limit: 20 }));
  await measure("save a setting, synced", (at) =>
    rest.together((tables) => tables.settings.set("bench", at)),
  );
}

async function measure(what: string, work: (at: number) => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let at = 0; at < 210; at += 1) {
    const from = performance.now();
    await work(at);
    if (at >= 10) took.push(performance.now() - from);
  }
  say(what, took);
}

function say(what: string, took: readonly number[]): void {
  const sorted = took.toSorted((one, other) => one - other);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(3);
  console.log(`${what.padEnd(30)} ms: least ${at(0)}  median ${at(0.5)}  99th ${at(0.99)}`);
}
