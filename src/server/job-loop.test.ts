import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { minutes } from "../base/clock.ts";
import { aNewsroom } from "../../test/house/newsroom.ts";
import { runJobs, type JobKind, type JobOutcome } from "./job-loop.ts";
import type { Newsroom } from "./newsroom.ts";

async function aLoop(
  t: TestContext,
  run: (key: string, attempts: number) => Promise<JobOutcome>,
  atOnce = 1,
) {
  const { newsroom, close } = await aNewsroom();
  const kind: JobKind<Newsroom> = {
    kind: "test",
    leaseFor: minutes(1),
    atOnce,
    plan: async () => {},
    run: async ({ key, attempts }) => run(key, attempts),
  };
  const loop = runJobs([kind], newsroom);
  t.after(async () => {
    await loop.stop();
    await close();
  });
  const add = async (...keys: string[]) => {
    await newsroom.store.together(async ({ jobs }) => {
      for (const key of keys) await jobs.add({ kind: "test", key, dueAt: newsroom.clock.now() });
    });
    loop.wake();
  };
  return { newsroom, loop, add };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return;
    await sleep(5);
  }
  assert.fail("it did not come about within two seconds");
}

test("a job that is due is done once and then gone", async (t) => {
  const done: string[] = [];
  const { add, newsroom } = await aLoop(t, async (key) => {
    done.push(key);
    return "done";
  });
  await add("a", "b");
  await until(async () => (await newsroom.store.read.jobs.nextDueAt()) === null);
  assert.deepEqual(done.toSorted(), ["a", "b"]);
});

test("jobs of one kind are done one at a time", async (t) => {
  const seen = { now: 0, most: 0, done: 0 };
  const { add } = await aLoop(t, async () => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await sleep(5);
    seen.now -= 1;
    seen.done += 1;
    return "done";
  });
  await add("a", "b", "c", "d");
  await until(() => seen.done === 4);
  assert.equal(seen.most, 1);
});

test("a job that fails is given back for later, and the others go on", async (t) => {
  const done: string[] = [];
  const { add, newsroom } = await aLoop(t, async (key) => {
    if (key === "bad") throw new Error("the disk is full");
    done.push(key);
    return "done";
  });
  await add("bad", "good");
  await until(() => done.length === 1);
  await until(async () => Number(await newsroom.store.read.jobs.nextDueAt()) > Date.now() + 20_000);
});

test("a loop that is stopped waits for what is being done and begins nothing more", async (t) => {
  const seen = { begun: 0, ended: 0 };
  const { add, loop } = await aLoop(t, async () => {
    seen.begun += 1;
    await sleep(30);
    seen.ended += 1;
    return "done";
  });
  await add("a", "b", "c");
  await until(() => seen.begun === 1);
  await loop.stop();
  assert.deepEqual(seen, { begun: 1, ended: 1 });
});

test("a job that is to be done again waits until then", async (t) => {
  let runs = 0;
  const { add, newsroom } = await aLoop(t, async () => {
    runs += 1;
    return { again: Date.now() + minutes(5), why: "not yet" };
  });
  await add("a");
  await until(async () => Number(await newsroom.store.read.jobs.nextDueAt()) > Date.now() + minutes(4));
  assert.equal(runs, 1);
});
