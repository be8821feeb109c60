import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { hours, seconds, systemClock } from "../base/clock.ts";
import { killStory } from "../desk/actions/kill-story.ts";
import type { Story } from "../story/story.ts";
import { dayIn, storyAddress } from "../story/story-address.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { aNewsroom, type NewsroomInTest } from "../../test/house/newsroom.ts";
import { aNewsroomOn } from "../../test/house/newsroom-on.ts";
import type { Newsroom } from "./newsroom.ts";
import { runJobs } from "./job-loop.ts";
import { takeIn } from "./take-in.ts";

const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Wire</title><link>https://wire.example/</link><description>d</description><item><title>North quay closed</title>
<link>https://wire.example/1</link><guid>1</guid><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>The board met.</description>
<content:encoded><![CDATA[<p>The harbour board closed the north quay to lorries for nine weeks.</p>]]></content:encoded></item></channel></rss>`;

async function publishOne(newsroom: Newsroom): Promise<{ story: Story; path: string }> {
  const delivery = { origin: "wire.xml", contentType: null, address: null, partner: "The Wire" };
  const wanted = { preset: "own" as const, section: "World", publishes: true };
  const { outcome } = await takeIn({ bytes: Buffer.from(feed), ...delivery, ...wanted }, newsroom);
  const [item] = outcome.became === "filed" ? outcome.items : [];
  const id = item && item.became !== "refused" ? (item.followed?.story ?? "") : "";
  const story = await newsroom.store.read.stories.find(id);
  assert.ok(story?.state.status === "live", JSON.stringify(outcome));
  const zone = (await newsroom.desk()).zone;
  return { story, path: storyAddress(story, dayIn(zone)) ?? "" };
}

const lists = ["/", "/world", "/feed.xml", "/feed.json", "/search?q=quay"];

async function shownIn(paths: readonly string[], { answer }: Pick<NewsroomInTest, "answer">) {
  const shown: string[] = [];
  for (const path of paths) if (/North quay/i.test(await (await answer(path)).text())) shown.push(path);
  return shown;
}

for (const database of databasesUnderTest())
  describe(`${database.name}: the newsroom`, () => {
    test("a story is on every surface, and after its kill on none", async (t) => {
      const paper = await aNewsroomOn(t, database);
      const { story, path } = await publishOne(paper.newsroom);
      assert.deepEqual(await shownIn([...lists, path], paper), [...lists, path]);
      await killStory({ story: story.id, by: "test", reason: "It was wrong" }, await paper.newsroom.desk());
      assert.deepEqual(await shownIn(lists, paper), []);
      assert.equal((await paper.answer(path)).status, 410);
    });

    test("an embargo ends by the clock, on every surface", async (t) => {
      const paper = await aNewsroomOn(t, database);
      const { newsroom, time } = paper;
      const { story, path } = await publishOne(newsroom);
      const until = time.now + hours(2);
      await newsroom.store.together(async (tables) => {
        await tables.stories.set({ ...story, embargo: { kind: "until", until } });
        tables.touched(`story:${story.id}`, "fronts", "section:world");
      });
      time.now = until - 1;
      await newsroom.turns.look();
      assert.deepEqual(await shownIn([...lists, path], paper), []);
      time.now = until;
      await newsroom.turns.look();
      assert.deepEqual(await shownIn([...lists, path], paper), [...lists, path]);
    });

    test("a job that is due is done once, by one of two loops", async (t) => {
      const { newsroom } = await aNewsroomOn(t, database, { clock: systemClock });
      const done: string[] = [];
      const kind = {
        kind: "test",
        leaseFor: seconds(30),
        atOnce: 4,
        plan: async () => {},
        run: async ({ key }: { key: string }) => {
          done.push(key);
          return "done" as const;
        },
      };
      const loops = [runJobs([kind], newsroom), runJobs([kind], newsroom)];
      t.after(async () => Promise.all(loops.map(async (loop) => loop.stop())));
      const keys = ["a", "b", "c", "d", "e"];
      const dueAt = newsroom.clock.now();
      await newsroom.store.together(async ({ jobs }) =>
        jobs.add(...keys.map((key) => ({ kind: "test", key, dueAt }))),
      );
      for (const loop of loops) loop.wake();
      await comesAbout(async () => (await newsroom.store.read.jobs.nextDueAt()) === null);
      assert.deepEqual(done.toSorted(), keys);
    });

    test("the probes say that it can serve and write", async (t) => {
      const { answer } = await aNewsroomOn(t, database);
      for (const path of ["/healthz", "/readyz"]) assert.equal((await answer(path)).status, 200, path);
    });
  });

test("a story killed at one node is gone from the memory of the other within two seconds", async (t) => {
  const [one, other] = await twoNodes(t);
  const { story, path } = await publishOne(one.newsroom);
  await comesAbout(async () => (await other.answer(path)).status === 200);
  assert.deepEqual(await shownIn([...lists, path], other), [...lists, path]);
  await killStory({ story: story.id, by: "test", reason: "It was wrong" }, await one.newsroom.desk());
  const killedAt = performance.now();
  await comesAbout(async () => (await other.answer(path)).status === 410);
  assert.deepEqual(await shownIn(lists, other), []);
  assert.ok(performance.now() - killedAt < seconds(2));
});

async function twoNodes(t: TestContext): Promise<readonly [NewsroomInTest, NewsroomInTest]> {
  const server = databasesUnderTest().find(({ name }) => name === "postgres");
  const place = await server?.place();
  const database = place?.options.databaseUrl;
  assert.ok(place && database);
  const [one, other] = [await aNewsroom({ database }), await aNewsroom({ database })];
  t.after(async () => {
    await one.close();
    await other.close();
    await place.remove();
  });
  return [one, other];
}

async function comesAbout(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await pause(20);
  }
  assert.fail("it did not come about");
}
