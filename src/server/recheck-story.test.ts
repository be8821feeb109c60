import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { days, hours, minutes } from "../base/clock.ts";
import { publishStory } from "../desk/actions/publish-story.ts";
import { databasesUnderTest, type TestDatabase } from "../../test/house/databases.ts";
import { reply } from "../../test/house/fault-server.ts";
import { aNewsroomOn } from "../../test/house/newsroom-on.ts";
import { outboundHouse } from "../../test/house/outbound-house.ts";
import { job } from "./jobs/recheck-source.ts";
import { takeIn } from "./take-in.ts";

const address = "http://wire.example/quay";
const text =
  "The harbour board said that the north quay would be closed to lorries while its wall is mended.";
const pageOf = (words: string, modified = "2026-11-23T08:00:00Z") => `<!doctype html><html lang="en"><head>
<link rel="canonical" href="${address}"><script type="application/ld+json">${JSON.stringify({
  "@type": "NewsArticle",
  headline: "North quay closed",
  url: address,
  datePublished: "2026-11-23T08:00:00Z",
  dateModified: modified,
  author: { name: "A. Writer" },
})}</script></head><body><article><h1>North quay closed</h1><p>${words}</p><p>${text} The ferry goes on as before, every hour.</p>
<p>Fishermen said that they had not been asked, and that nine weeks were too long for the herring season.</p></article></body></html>`;
const html = (page: string) => reply({ headers: { "content-type": "text/html" }, body: page });
const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Wire</title><link>http://wire.example/</link><description>d</description>
<item><title>North quay closed</title><link>${address}</link><guid>q1</guid><author>A. Writer</author><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate><description>The board met.</description><content:encoded><![CDATA[<p>${text}</p><p>The ferry goes on.</p>]]></content:encoded></item></channel></rss>`;

type Copy = { bytes: string; contentType: string };

async function aLiveStory(t: TestContext, database: TestDatabase, copy: Copy) {
  const net = await outboundHouse({ "/quay": html(pageOf(text)) });
  t.after(async () => net[Symbol.asyncDispose]());
  const paper = await aNewsroomOn(t, database, { outbound: net.outbound });
  const { newsroom, time } = paper;
  const delivery = { origin: address, address, partner: "The Wire", preset: "contract" as const };
  const { bytes, contentType } = copy;
  const facts = { ...delivery, section: "World", publishes: true };
  const { partner, outcome } = await takeIn({ bytes: Buffer.from(bytes), contentType, ...facts }, newsroom);
  const [item] = outcome.became === "filed" ? outcome.items : [];
  const id = item && item.became !== "refused" ? (item.followed?.story ?? "") : "";
  const story = async () => {
    const found = await newsroom.store.read.stories.find(id);
    assert.ok(found);
    return found;
  };
  assert.equal((await story()).state.status, "live", JSON.stringify(outcome));
  const look = async () => {
    const key = partner?.id ?? "";
    const due = { id: "1", kind: job.kind, key, dueAt: time.now, attempts: 1, says: {} };
    return job.run(due, newsroom, new AbortController().signal);
  };
  const told = async () => (await newsroom.store.read.events.listOf(id)).map(({ what }) => what);
  return { ...paper, net, id, story, look, told };
}

const asPage = { bytes: pageOf(text), contentType: "text/html" };
const asFeed = { bytes: feed, contentType: "application/rss+xml" };

for (const database of databasesUnderTest())
  describe(`${database.name}: a live story and its source`, () => {
    test("the hour of the last check moves when the agreement's time is up, and not before", async (t) => {
      for (const copy of [asPage, asFeed]) {
        const { story, look, time, net } = await aLiveStory(t, database, copy);
        const taken = (await story()).taken?.checkedAt;
        time.now += minutes(59);
        await look();
        assert.equal(net.server.seen.length, 0);
        assert.equal((await story()).taken?.checkedAt, taken);
        time.now += minutes(1);
        await look();
        assert.equal(net.server.seen.length, 1);
        assert.equal((await story()).taken?.checkedAt, time.now);
        assert.equal((await story()).revision, 1);
      }
    });

    test("taking copy in plans the look, and a start plans it again", async (t) => {
      const { newsroom, time } = await aLiveStory(t, database, asPage);
      const lease = async (now: number) =>
        newsroom.store.together(async ({ jobs }) =>
          jobs.lease({ now, until: now + 1, by: "test", limit: 9 }),
        );
      const kinds = (await lease(time.now + hours(1))).map(({ kind }) => kind);
      assert.ok(kinds.includes(job.kind));
      await job.plan(newsroom);
      assert.equal((await newsroom.store.read.jobs.nextDueAt()) !== null, true);
    });

    test("a page that has changed is taken in by the straight line", async (t) => {
      const { story, look, time, net } = await aLiveStory(t, database, asPage);
      net.server.scripts.set("/quay", html(pageOf(`Now open again. ${text}`, "2026-11-23T12:30:00Z")));
      time.now += hours(1);
      await look();
      const now = await story();
      assert.match(JSON.stringify(now.copy.body), /open again/);
      assert.equal(now.revision, 2);
      assert.equal(now.taken?.checkedAt, time.now);
    });

    test("a page that says it changed while the wire brought nothing newer is told once, and is not called checked", async (t) => {
      const { story, look, time, net, told } = await aLiveStory(t, database, asFeed);
      const taken = (await story()).taken?.checkedAt;
      net.server.scripts.set("/quay", html(pageOf(text, "2026-11-23T12:30:00Z")));
      for (const _ of [1, 2]) {
        time.now += hours(1);
        await look();
      }
      assert.equal((await story()).taken?.checkedAt, taken);
      assert.equal((await told()).filter((what) => what === "story.source-changed").length, 1);
    });

    test("a story whose source was taken down is held, and an editor may let it back with a reason", async (t) => {
      const { id, newsroom, story, look, time, net, told, answer } = await aLiveStory(t, database, asPage);
      assert.match(await (await answer("/world")).text(), /North quay/);
      net.server.scripts.set("/quay", reply({ status: 410 }));
      time.now += hours(1);
      await look();
      assert.notEqual((await story()).held, null);
      assert.ok((await told()).includes("story.withheld"));
      assert.doesNotMatch(await (await answer("/world")).text(), /North quay/);
      const override = { reason: "The partner moved it and lets us keep it" };
      await publishStory({ story: id, by: "editor", override }, await newsroom.desk());
      assert.match(await (await answer("/world")).text(), /North quay/);
      time.now += hours(1);
      await look();
      assert.equal((await story()).held, null, "what a person has decided stands");
    });

    test("a source that is missing is a notice first, and holds the story after three looks over a day", async (t) => {
      const { story, look, time, net } = await aLiveStory(t, database, asPage);
      net.server.scripts.set("/quay", reply({ status: 404 }));
      for (const wait of [hours(1), hours(1), hours(1)]) {
        time.now += wait;
        await look();
      }
      assert.equal((await story()).held, null);
      time.now += days(1);
      await look();
      assert.notEqual((await story()).held, null);
    });

    test("a source that cannot be read for other reasons changes nothing", async (t) => {
      const { story, look, time, net, told } = await aLiveStory(t, database, asPage);
      const [before, events] = [await story(), await told()];
      for (const script of [reply({ status: 503 }), reply({ status: 403 }), html("<html>Sign in</html>")]) {
        net.server.scripts.set("/quay", script);
        time.now += hours(1);
        await look();
      }
      assert.deepEqual(await story(), before);
      assert.deepEqual(await told(), events);
    });
  });
