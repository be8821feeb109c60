import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { systemClock } from "../base/clock.ts";
import { startJobs } from "../server/job-loop.ts";
import type { Newsroom } from "../server/newsroom.ts";
import { aShell } from "../../test/house/a-shell.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { reply } from "../../test/house/fault-server.ts";
import { aNewsroomOn } from "../../test/house/newsroom-on.ts";
import { outboundHouse } from "../../test/house/outbound-house.ts";
import { aPicture } from "../../test/house/picture-house.ts";
import { carryOut } from "./carry-out.ts";
import { terminalOf } from "./terminal.ts";

const address = "http://wire.example/feed";
const feedOf = (...items: readonly string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Wire</title><link>http://wire.example/</link><description>d</description>${items.join("")}</channel></rss>`;
const itemOf = (number: number, title: string, more = "") =>
  `<item><title>${title}</title><link>http://wire.example/${number}</link><guid>${number}</guid><dc:creator>A. Writer</dc:creator>
<pubDate>Mon, 02 Feb 2026 08:00:00 GMT</pubDate><description>The board met.</description>${more}
<content:encoded><![CDATA[<p>The harbour board closed the north quay to lorries for nine weeks.</p>]]></content:encoded></item>`;
const pictured = `<enclosure url="http://wire.example/quay.jpg" type="image/jpeg" length="1"/><media:content url="http://wire.example/quay.jpg" type="image/jpeg" medium="image">
<media:credit>Ana Reporter/The Wire</media:credit><media:description>Lorries at the quay</media:description></media:content>`;

/** One command on an open newsroom: what it said, and its exit code. */
async function offstone(newsroom: Newsroom, args: readonly string[], stdin = "") {
  const { said, streams } = aShell(stdin);
  const exit = await carryOut(args, terminalOf(streams, tmpdir()), newsroom);
  return { ...said, exit };
}

type Listed = {
  lastGoodAt: string | null;
  lastError: { code: string; says: string } | null;
  paused: boolean;
};

for (const database of databasesUnderTest())
  describe(`${database.name}: copy that arrives by itself`, () => {
    test("a site's feed is polled, its story published, its picture fetched, measured, kept and drawn with its credit", async (t) => {
      const bytes = await aPicture(1200, 800)
        .jpeg()
        .withExif({ IFD0: { Copyright: "Copyright The Wire" } })
        .toBuffer();
      await using net = await outboundHouse({
        "/feed": reply({ body: feedOf(itemOf(2, "South quay closed", pictured)) }),
        "/quay.jpg": reply({ headers: { "content-type": "image/jpeg" }, body: bytes }),
      });
      const { newsroom, answer } = await aNewsroomOn(t, database, {
        clock: systemClock,
        outbound: net.outbound,
      });
      const first = ["import", "-", "--partner", "The Wire", "--agreement", "contract", "--section", "World"];
      assert.equal((await offstone(newsroom, first, feedOf(itemOf(1, "First")))).exit, 0);
      const wanted = ["--partner", "The Wire", "--section", "World", "--publish", "--json"];
      const added = await offstone(newsroom, ["source", "add", address, ...wanted]);
      assert.equal(added.exit, 0, added.err);
      const loop = await startJobs(newsroom);
      t.after(async () => loop.stop());
      const path = await comesAbout(async () => {
        const page = await (await answer("/world")).text();
        return /href="(\/world\/[^"]+south-quay-closed)"/.exec(page)?.[1];
      });
      const page = await comesAbout(async () => {
        const text = await (await answer(path)).text();
        return text.includes("/picture/") ? text : undefined;
      });
      assert.match(page, /width="1200" height="800"/);
      assert.match(page, /Lorries at the quay/);
      assert.match(page, /class="credit">[^<]*Ana Reporter/);
      const shared = /property="og:image" content="https:\/\/paper\.example(\/picture\/[^"]+)"/.exec(
        page,
      )?.[1];
      assert.ok(shared);
      const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? "");
      assert.deepEqual(data.image, [`https://paper.example${shared}`]);
      const drawn = await answer(shared);
      assert.equal(drawn.status, 200);
      assert.match(drawn.headers.get("content-type") ?? "", /^image\//);
      const kept = await newsroom.store.read.pictures.findByAddress("http://wire.example/quay.jpg");
      assert.equal(kept?.rights, "Copyright The Wire");
    });

    test("the list of sources says in words how each is doing, and what is wrong with it", async (t) => {
      await using net = await outboundHouse({ "/feed": reply({ body: feedOf(itemOf(1, "First")) }) });
      const { newsroom } = await aNewsroomOn(t, database, { clock: systemClock, outbound: net.outbound });
      const listed = async (): Promise<Listed> =>
        JSON.parse((await offstone(newsroom, ["source", "list", "--json"])).out)[0];
      assert.equal((await offstone(newsroom, ["source", "add", address, "--section", "World"])).exit, 0);
      assert.deepEqual([(await listed()).lastGoodAt, (await listed()).lastError], [null, null]);
      const loop = await startJobs(newsroom);
      t.after(async () => loop.stop());
      await comesAbout(async () => (await listed()).lastGoodAt ?? undefined);
      net.server.scripts.set("/feed", reply({ status: 404 }));
      await offstone(newsroom, ["source", "resume", address]);
      loop.wake();
      const wrong = await comesAbout(async () => (await listed()).lastError ?? undefined);
      assert.equal(wrong.code, "answer-not-found");
      const { out } = await offstone(newsroom, ["source", "list"]);
      assert.ok(out.includes(wrong.says.replace(/[.]$/, "")), out);
      await offstone(newsroom, ["source", "pause", address]);
      assert.equal((await listed()).paused, true);
    });

    test("what an agreement forbids is published with a reason, and the reason is on record", async (t) => {
      const { newsroom } = await aNewsroomOn(t, database);
      const taken = await offstone(
        newsroom,
        ["import", "-", "--publish", "--json"],
        feedOf(itemOf(1, "First")),
      );
      assert.equal(taken.exit, 2);
      const { id, refusals }: { id: string; refusals: { code: string }[] } = JSON.parse(taken.out);
      assert.equal((await offstone(newsroom, ["publish", id])).exit, 2);
      const override = ["publish", id, "--override", "Agreed by telephone", "--json"];
      const published = await offstone(newsroom, override);
      assert.equal(published.exit, 0, published.out);
      assert.equal(JSON.parse(published.out).status, "live");
      const events = await newsroom.store.read.events.listOf(id);
      const event = events.find(({ what }) => what === "story.published");
      assert.equal(event?.says["override"], "Agreed by telephone");
      assert.deepEqual(
        event?.says["setAside"],
        refusals.map(({ code }) => code),
      );
    });
  });

async function comesAbout<T>(find: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await find();
    if (found !== undefined) return found;
    await pause(25);
  }
  return assert.fail("it did not come about");
}
