import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { minutes } from "../base/clock.ts";
import type { Rendered } from "./kept-page.ts";
import { PageCache } from "./page-cache.ts";

const rendered = (body: string, tags: string[] = ["story:1"], more: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: [["Content-Type", "text/html; charset=utf-8"]],
  body: Buffer.from(body),
  tags,
  keep: "until-changed",
  ...more,
});

function aCache(most = 1_000_000) {
  const time = { steady: 0 };
  const stale: string[] = [];
  const cache = new PageCache({
    clock: { steady: () => time.steady },
    most,
    onStale: (key) => stale.push(key),
  });
  return { cache, time, stale };
}

const text = async (cache: PageCache, key: string, render: () => Promise<Rendered>) =>
  (await cache.read(key, render)).plain.bytes.toString();

test("two thousand readers of a cold page cause one rendering", async () => {
  const { cache } = aCache();
  let renders = 0;
  const render = async () => {
    renders += 1;
    await sleep(5);
    return rendered("front");
  };
  const pages = await Promise.all(Array.from({ length: 2000 }, () => text(cache, "/", render)));
  assert.equal(renders, 1);
  assert.ok(pages.every((page) => page === "front"));
  assert.equal(cache.hit("/")?.plain.bytes.toString(), "front");
});

test("a change drops the pages that show it and no other", async () => {
  const { cache } = aCache();
  await text(cache, "/a", async () => rendered("a", ["story:1", "section:world"]));
  await text(cache, "/b", async () => rendered("b", ["story:2", "section:world"]));
  await text(cache, "/c", async () => rendered("c", ["story:3"]));
  cache.change(new Set(["story:1"]));
  assert.equal(cache.hit("/a"), undefined);
  assert.ok(cache.hit("/b"));
  cache.change(new Set(["section:world"]));
  assert.equal(cache.hit("/b"), undefined);
  assert.ok(cache.hit("/c"));
  cache.change(new Set(["settings"]));
  assert.equal(cache.figures.pages, 0);
  assert.equal(cache.figures.bytes, 0);
});

test("a rendering begun before a change is not kept, and nobody who asks after the change joins it", async () => {
  const { cache } = aCache();
  const gate = Promise.withResolvers<undefined>();
  const early = text(cache, "/", async () => {
    await gate.promise;
    return rendered("old");
  });
  cache.change(new Set(["story:1"]));
  const late = text(cache, "/", async () => rendered("new"));
  gate.resolve(undefined);
  assert.deepEqual(await Promise.all([early, late]), ["old", "new"]);
  assert.equal(await text(cache, "/", async () => rendered("third")), "new");
});

test("a page that is not there is forgotten with any change and after seconds", async () => {
  const { cache, time } = aCache();
  const missing = async () => rendered("none", [], { status: 404, keep: "briefly" });
  const there = async () => rendered("there");
  assert.equal(await text(cache, "/x", missing), "none");
  assert.equal(await text(cache, "/x", there), "none");
  cache.change(new Set(["story:9"]));
  assert.equal(await text(cache, "/x", missing), "none");
  time.steady += 6000;
  assert.equal(await text(cache, "/x", there), "there");
});

test("ten thousand addresses that are not there do not fill the memory", async () => {
  const { cache } = aCache();
  for (let at = 0; at < 10_000; at += 1)
    await cache.read(`/${at}`, async () => rendered("none", [], { status: 404, keep: "briefly" }));
  assert.equal(cache.figures.pages, 0);
});

test("with the database away an old page stands in for ten minutes, not longer", async () => {
  const { cache, time, stale } = aCache();
  const away = async () => Promise.reject<Rendered>(new Error("database away"));
  await text(cache, "/", async () => rendered("front"));
  time.steady = minutes(15);
  assert.equal(await text(cache, "/", away), "front");
  assert.deepEqual(stale, ["/"]);
  time.steady = minutes(21);
  await assert.rejects(text(cache, "/", away));
});

test("a killed story does not stand in when the database goes away right after", async () => {
  const { cache, time } = aCache();
  await text(cache, "/s", async () => rendered("story"));
  cache.change(new Set(["story:1"]));
  time.steady = 1000;
  await assert.rejects(text(cache, "/s", async () => Promise.reject<Rendered>(new Error("away"))));
});

test("the memory has a limit, and what is read stays", async () => {
  const { cache } = aCache(500_000);
  const page = "x".repeat(10_000);
  for (let at = 0; at < 500; at += 1) {
    await cache.read("/front", async () => rendered(page, ["fronts"]));
    await cache.read(`/${at}`, async () => rendered(page + String(at), [`story:${at}`]));
  }
  assert.ok(cache.figures.bytes <= 500_000);
  assert.ok(cache.hit("/front"));
  assert.ok(cache.figures.renders < 520);
});

test("brotli is made once, when a second reader asks for it", async () => {
  const { cache } = aCache();
  const page = await cache.read("/", async () => rendered("words ".repeat(1000)));
  assert.equal(cache.coded("/", page, "br"), page.gzip);
  const before = cache.figures.bytes;
  cache.coded("/", page, "br");
  while (page.brotli === null) await sleep(2);
  const brotli = cache.coded("/", page, "br");
  assert.ok(brotli.bytes.length < page.plain.bytes.length);
  assert.equal(cache.figures.bytes, before + brotli.bytes.length);
  assert.notEqual(brotli.etag, page.plain.etag);
  cache.change(new Set(["settings"]));
  assert.equal(cache.figures.bytes, 0);
});

type Step = { kind: "change" | "kill" | "read"; story: number; slow: number };

// The store, in two numbers per story: its version, and whether it may be shown. A reader may be given what was true
// when they asked or later, never what was true before.
test("whatever the order of changes and reads, no reader gets bytes older than the change", async () => {
  const step = fc.record({
    kind: fc.constantFrom("change", "read", "read", "read", "kill") as fc.Arbitrary<Step["kind"]>,
    story: fc.integer({ min: 0, max: 2 }),
    slow: fc.integer({ min: 0, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const { cache } = aCache();
      const stories = [0, 1, 2].map(() => ({ version: 0, killed: false }));
      const readers: Promise<void>[] = [];
      for (const { kind, story, slow } of steps) {
        if (kind === "read") readers.push(reader(cache, stories, { story, slow }));
        else {
          stories[story] = { version: (stories[story]?.version ?? 0) + 1, killed: kind === "kill" };
          cache.change(new Set([`story:${story}`]));
        }
        if (slow > 1) await new Promise((done) => setImmediate(done));
      }
      await Promise.all(readers);
    }),
    { numRuns: 150 },
  );
});

async function reader(
  cache: PageCache,
  stories: readonly { version: number; killed: boolean }[],
  { story, slow }: { story: number; slow: number },
): Promise<void> {
  const asked = stories[story];
  const render = async () => {
    const seen = { ...stories[story] };
    for (let turn = 0; turn < slow; turn += 1) await new Promise((done) => setImmediate(done));
    return rendered(JSON.stringify(seen), [`story:${story}`], seen.killed ? { status: 410 } : {});
  };
  const got: unknown = JSON.parse(await text(cache, `/${story}`, render));
  assert.ok(typeof got === "object" && got !== null && "version" in got && "killed" in got);
  assert.ok(Number(got.version) >= (asked?.version ?? 0));
  if (got.version === asked?.version) assert.equal(got.killed, asked?.killed);
}
