import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import { databasesUnderTest } from "../../../test/house/databases.ts";
import type { FreshStore } from "../../../test/house/databases.ts";
import type { Jobs } from "./jobs.ts";

for (const database of databasesUnderTest())
  describe(`${database.name}: jobs`, () => {
    let fresh: FreshStore;
    const jobs = <Result>(work: (jobs: Jobs) => Promise<Result>) =>
      fresh.store.together((tables) => work(tables.jobs));
    const add = (key: string, dueAt: number, says = {}) =>
      jobs((each) => each.add({ kind: "poll", key, dueAt, says }));
    const lease = (now: number, by = "worker-1", limit = 10) =>
      jobs((each) => each.lease({ now, until: now + 100, by, limit }));
    beforeEach(async () => {
      fresh = await database.open();
    });
    afterEach(() => fresh.close());

    test("due jobs are taken in the order they fall due, others wait", async () => {
      await add("late", 30);
      await add("early", 10, { address: "https://wire.example/" });
      await add("future", 31);
      assert.equal(await fresh.store.read.jobs.nextDueAt(), 10);
      const taken = await lease(30);
      assert.deepEqual(
        taken.map(({ key, dueAt, attempts }) => [key, dueAt, attempts]),
        [
          ["early", 10, 1],
          ["late", 30, 1],
        ],
      );
      assert.deepEqual(taken[0]?.says, { address: "https://wire.example/" });
      assert.equal(await fresh.store.read.jobs.nextDueAt(), 31);
    });

    test("adding a job twice makes one, at the earlier time, with the later words", async () => {
      await add("feed", 20, { a: 1 });
      await add("feed", 10, { a: 2 });
      await add("feed", 15, { a: 3 });
      const taken = await lease(50);
      assert.deepEqual(
        taken.map(({ dueAt, says }) => [dueAt, says]),
        [[10, { a: 3 }]],
      );
    });

    test("no two workers get one job, however many ask at once", async () => {
      for (let each = 0; each < 20; each += 1) await add(`feed-${each}`, each);
      const taken = await Promise.all(Array.from({ length: 8 }, (_, at) => lease(50, `worker-${at}`, 3)));
      const keys = taken.flat().map(({ key }) => key);
      assert.equal(keys.length, 20);
      assert.equal(new Set(keys).size, 20);
    });

    test("a job that is done is gone, and only its holder may say so", async () => {
      await add("feed", 1);
      const [job] = await lease(1);
      assert.ok(job);
      assert.equal(await jobs((each) => each.done(job.id, "somebody else")), false);
      assert.equal(await jobs((each) => each.done(job.id, "worker-1")), true);
      assert.equal(await jobs((each) => each.done(job.id, "worker-1")), false);
      assert.equal(await fresh.store.read.jobs.nextDueAt(), null);
    });

    test("a lease that ends makes the job due again, and its first holder learns that it was lost", async () => {
      await add("feed", 1);
      const [job] = await lease(1);
      assert.ok(job);
      assert.deepEqual(await lease(100, "worker-2"), []);
      const [again] = await lease(101, "worker-2");
      assert.equal(again?.attempts, 2);
      assert.equal(await jobs((each) => each.done(job.id, "worker-1")), false);
      assert.equal(await jobs((each) => each.done(job.id, "worker-2")), true);
    });

    test("a job given back waits for its time", async () => {
      await add("feed", 1);
      const [job] = await lease(1);
      assert.ok(job);
      assert.equal(await jobs((each) => each.again(job.id, "worker-1", 70, "name-unknown")), true);
      assert.deepEqual(await lease(69, "worker-2"), []);
      assert.equal((await lease(70, "worker-2")).length, 1);
    });

    test("a job asked for while it is being done is done once more", async () => {
      await add("feed", 1);
      const [job] = await lease(1);
      assert.ok(job);
      await add("feed", 5, { a: 2 });
      assert.deepEqual(await lease(50, "worker-2"), []);
      assert.equal(await jobs((each) => each.done(job.id, "worker-1")), true);
      const [again] = await lease(50, "worker-2");
      assert.deepEqual([again?.dueAt, again?.says, again?.attempts], [5, { a: 2 }, 1]);
      await add("feed", 60);
      assert.equal(await jobs((each) => each.again(job.id, "worker-2", 90, "failed")), true);
      assert.equal(await fresh.store.read.jobs.nextDueAt(), 60);
    });
  });
