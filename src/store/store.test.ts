import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { aStory } from "../../test/house/a-story.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import type { FreshStore } from "../../test/house/databases.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

for (const database of databasesUnderTest())
  describe(`${database.name}: the store`, () => {
    let fresh: FreshStore;
    let store: Store;
    const notices: string[] = [];
    before(async () => {
      fresh = await database.open({ notice: ({ code }) => notices.push(code) });
      store = fresh.store;
    });
    after(() => fresh.close());

    test("what is saved together can be read afterwards", async () => {
      const answer = await store.together(async (tables) => {
        await tables.settings.set("paper", { name: "The Port Ansel Record" });
        return "saved";
      });
      assert.equal(answer, "saved");
      assert.deepEqual(await store.read.settings.find("paper"), { name: "The Port Ansel Record" });
    });

    test("nobody reads what is not yet committed, and the writer reads it himself", async () => {
      await store.together(async (tables) => {
        await tables.settings.set("draft", 1);
        assert.equal(await tables.settings.find("draft"), 1);
        assert.equal(await store.read.settings.find("draft"), undefined);
      });
      assert.equal(await store.read.settings.find("draft"), 1);
    });

    test("a failure keeps nothing of what was to be saved together, and says what failed", async () => {
      const story = aStory();
      const work = store.together(async (tables) => {
        await tables.stories.set(story);
        tables.touched(`story:${story.id}`);
        throw new Error("the printer is on fire");
      });
      await assert.rejects(work, /on fire/);
      assert.equal(await store.read.stories.find(story.id), undefined);
      await store.together((tables) => tables.settings.set("after the fire", true));
    });

    test("listeners hear the tags of a commit once, and none of a failed one", async () => {
      const heard: string[][] = [];
      const stop = store.onChange((tags) => heard.push([...tags].toSorted()));
      await store.together(async (tables) => tables.touched("fronts", "story:1", "fronts"));
      await store.together(async () => {});
      await assert.rejects(
        store.together(async (tables) => {
          tables.touched("story:2");
          throw new Error("no");
        }),
      );
      stop();
      await store.together(async (tables) => tables.touched("story:3"));
      assert.deepEqual(heard, [["fronts", "story:1"]]);
    });

    test("a listener that fails neither fails the save nor keeps others from hearing", async () => {
      const heard: string[] = [];
      const stops = [
        store.onChange(() => {
          throw new Error("deaf");
        }),
        store.onChange((tags) => heard.push(...tags)),
      ];
      await store.together(async (tables) => tables.touched("settings"));
      for (const stop of stops) stop();
      assert.deepEqual(heard, ["settings"]);
      assert.ok(notices.includes("listener-failed"));
    });

    test("many writers at once wait their turn: nothing is lost, the first to ask is the first to save", async () => {
      await store.together((tables) => tables.settings.set("count", 0));
      const order: number[] = [];
      const add = (who: number) =>
        store.together(async (tables) => {
          order.push(who);
          const count = Number(await tables.settings.find("count"));
          await wait(1);
          await tables.settings.set("count", count + 1);
        });
      const everybody = Array.from({ length: 20 }, (_, who) => who);
      await Promise.all(everybody.map(add));
      assert.equal(await store.read.settings.find("count"), 20);
      assert.deepEqual(order, everybody);
    });

    test("a transaction inside another is refused instead of waiting for itself for ever", async () => {
      await assert.rejects(
        store.together(() => store.together(async () => {})),
        /inside another/,
      );
    });

    test("tables kept beyond their transaction write nothing", async () => {
      let kept: Tables | undefined;
      await store.together(async (tables) => {
        kept = tables;
      });
      assert.ok(kept);
      await assert.rejects(async () => kept?.settings.set("late", 1), /is over/);
      assert.equal(await store.read.settings.find("late"), undefined);
    });

    test("tables for reading refuse to write", async () => {
      await assert.rejects(store.read.settings.set("sneaked in", 1), { code: "store-read-only" });
      assert.throws(() => store.read.touched("fronts"));
    });

    test("a store in order says so", async () => {
      await store.assertReady("read");
      await store.assertReady("write");
    });

    test("a write that fails at any step leaves the old or the new, never a part", async () => {
      const story = aStory({ copy: { headline: "Before" } });
      const revision = (number: number) => ({
        story: story.id,
        number,
        at: 1,
        by: "desk",
        why: "edited",
        copy: story.copy,
      });
      const event = (id: string) => ({
        id,
        at: 1,
        what: "story.edited",
        story: story.id,
        by: "desk",
        says: {},
      });
      await store.together(async (tables) => {
        await tables.stories.set(story);
        await tables.revisions.add(revision(1));
      });
      const steps = (tables: Tables): (() => Promise<unknown>)[] => [
        () => tables.stories.set({ ...story, copy: { ...story.copy, headline: "After" }, revision: 2 }),
        () => tables.revisions.add(revision(2)),
        () => tables.events.add(event("event-1"), event("event-2")),
        () => tables.jobs.add({ kind: "tell", key: story.id, dueAt: 5 }),
        () => tables.settings.set("last edited", story.id),
      ];
      for (let failing = 0; failing <= 5; failing += 1)
        await assert.rejects(
          store.together(async (tables) => {
            for (const step of steps(tables).slice(0, failing)) await step();
            // The database itself refuses: this revision is there already.
            await tables.revisions.add(revision(1));
          }),
        );
      assert.equal((await store.read.stories.find(story.id))?.copy.headline, "Before");
      assert.equal((await store.read.revisions.list(story.id)).length, 1);
      assert.deepEqual(await store.read.events.listOf(story.id), []);
      assert.equal(await store.read.jobs.nextDueAt(), null);
      await store.together(async (tables) => {
        for (const step of steps(tables)) await step();
      });
      assert.equal((await store.read.stories.find(story.id))?.copy.headline, "After");
      assert.equal((await store.read.events.listOf(story.id)).length, 2);
    });
  });
