import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openNewsroom } from "./newsroom.ts";
import { loadSampleEdition } from "./sample/sample-edition.ts";

test("the paper a first start prints is there at the second, front, search and killed story with it", async (t) => {
  const data = await mkdtemp(join(tmpdir(), "offstone-sample-"));
  t.after(async () => rm(data, { recursive: true, force: true }));
  const wish = { data, databaseUrl: null, origin: "https://paper.example" };
  const first = await openNewsroom(wish);
  await loadSampleEdition(first);
  const front = await (await first.answer(new Request("https://paper.example/"))).text();
  await first.close();
  const second = await openNewsroom(wish);
  t.after(async () => second.close());
  const ask = async (path: string) => second.answer(new Request(`https://paper.example${path}`));
  assert.equal((await ask("/")).status, 200);
  assert.deepEqual(headlinesOf(await (await ask("/")).text()), headlinesOf(front));
  assert.ok(headlinesOf(front).length >= 12);
  assert.equal((await ask("/search?q=ferry")).status, 200);
  const killed = await second.store.read.stories.listByStatus("killed", 1);
  assert.equal(killed.length, 1);
});

const headlinesOf = (page: string): readonly string[] =>
  [...page.matchAll(/<h[23][^>]*>([^]*?)<\/h[23]>/g)].map((match) => match[1] ?? "");
