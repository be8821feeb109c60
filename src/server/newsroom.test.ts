import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { days, hours, minutes, seconds } from "../base/clock.ts";
import { killStory } from "../desk/actions/kill-story.ts";
import type { Story } from "../story/story.ts";
import { dayIn, storyAddress } from "../story/story-address.ts";
import { aNewsroom } from "../../test/house/newsroom.ts";
import type { Delivery } from "./delivery.ts";
import { takeIn } from "./take-in.ts";

const feed = (title: string, link = "https://wire.example/1") => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Wire</title><link>https://wire.example/</link><description>d</description>
<item><title>${title}</title><link>${link}</link><guid>${link}</guid><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">A. Writer</dc:creator>
<pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate>
<description>The harbour board met on Monday.</description>
<content:encoded><![CDATA[<p>The harbour board said that the north quay would be closed to lorries for nine weeks while its wall is mended.</p><p>The ferry goes on.</p>]]></content:encoded></item>
</channel></rss>`;

const delivery = (text: string, more: Partial<Delivery> = {}): Delivery => ({
  bytes: Buffer.from(text),
  origin: "wire.xml",
  contentType: "application/rss+xml",
  address: null,
  partner: "The Wire",
  preset: "own",
  section: "World",
  publishes: true,
  ...more,
});

async function aPaper(t: TestContext) {
  const start = Date.UTC(2026, 10, 23, 12);
  const time = { now: start, steady: 0 };
  const clock = { now: () => time.now, steady: () => time.steady };
  const paper = await aNewsroom({ clock });
  t.after(async () => paper.close());
  const take = async (text: string, more: Partial<Delivery> = {}) => {
    const { outcome } = await takeIn(delivery(text, more), paper.newsroom);
    const [first] = outcome.became === "filed" ? outcome.items : [];
    assert.ok(first && first.became !== "refused" && first.followed?.story, JSON.stringify(outcome));
    const story = await paper.newsroom.store.read.stories.find(first.followed.story);
    assert.ok(story);
    return story;
  };
  return { ...paper, time, take };
}

const pathOf = (story: Story) =>
  storyAddress(story, dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone)) ?? "";

test("a story that was taken in is on its page, the front, its section and in the feeds", async (t) => {
  const { answer, take } = await aPaper(t);
  for (const path of ["/", "/feed.xml"]) assert.doesNotMatch(await (await answer(path)).text(), /North quay/);
  const story = await take(feed("North quay closed"));
  assert.equal(story.state.status, "live");
  for (const path of [pathOf(story), "/", "/world", "/feed.xml", "/feed.json", "/sitemap.xml"]) {
    const reply = await answer(path);
    assert.equal(reply.status, 200, path);
    if (path !== "/sitemap.xml") assert.match(await reply.text(), /North quay closed/, path);
  }
});

test("a page that did not exist is there as soon as its story is published", async (t) => {
  const { answer, take } = await aPaper(t);
  const path = "/world/2026/11/23/north-quay-closed";
  assert.equal((await answer(path)).status, 404);
  await take(feed("North quay closed"));
  assert.equal((await answer(path)).status, 200);
});

test("when a kill has been answered no reader gets the story any more, from any page", async (t) => {
  const { answer, take, newsroom } = await aPaper(t);
  const story = await take(feed("North quay closed"));
  const path = pathOf(story);
  const before = await answer(path);
  const shown = ["/", "/world", "/feed.xml", "/feed.atom", "/feed.json"];
  for (const each of shown) await answer(each);
  await killStory({ story: story.id, by: "test", reason: "It was wrong" }, await newsroom.desk());
  const after = await answer(path, { headers: { "if-none-match": before.headers.get("etag") ?? "" } });
  assert.equal(after.status, 410);
  assert.match(await after.text(), /It was wrong/);
  for (const each of shown) assert.doesNotMatch(await (await answer(each)).text(), /North quay/, each);
});

test("a corrected story never answers 304 to who has the old one, within the same second too", async (t) => {
  const { answer, take } = await aPaper(t);
  const story = await take(feed("North quay closed"));
  const etag = (await answer(pathOf(story))).headers.get("etag") ?? "";
  await take(feed("North quay closed for nine weeks"), { preset: null });
  const reply = await answer(pathOf(story), { headers: { "if-none-match": etag } });
  assert.equal(reply.status, 200);
  assert.match(await reply.text(), /for nine weeks/);
});

test("a right to stay that ends takes the story off every page by the clock alone", async (t) => {
  const { answer, take, newsroom, time } = await aPaper(t);
  const story = await take(feed("North quay closed"));
  await newsroom.store.together(async (tables) => {
    await tables.stories.set({ ...story, staysUntil: time.now + days(30) });
    tables.touched(`story:${story.id}`, "fronts", "section:world");
  });
  for (const path of ["/", "/world", pathOf(story)]) assert.equal((await answer(path)).status, 200);
  time.now += days(30) - 1;
  await newsroom.turns.look();
  assert.match(await (await answer("/world")).text(), /North quay/);
  time.now += 1;
  await newsroom.turns.look();
  for (const path of ["/", "/world"]) assert.doesNotMatch(await (await answer(path)).text(), /North quay/);
});

test("an embargo that ends shows the story by the clock alone, and not a moment before", async (t) => {
  const { answer, take, newsroom, time } = await aPaper(t);
  const story = await take(feed("North quay closed"));
  const until = time.now + hours(48);
  await newsroom.store.together(async (tables) => {
    await tables.stories.set({ ...story, embargo: { kind: "until", until } });
    tables.touched(`story:${story.id}`, "fronts", "section:world");
  });
  time.now = until - 1;
  await newsroom.turns.look();
  assert.equal((await answer(pathOf(story))).status, 404);
  assert.doesNotMatch(await (await answer("/world")).text(), /North quay/);
  time.now = until;
  await newsroom.turns.look();
  assert.equal((await answer(pathOf(story))).status, 200);
  assert.match(await (await answer("/world")).text(), /North quay/);
});

test("a watch on the clock never sleeps longer than half a minute, however far the next turn is", async (t) => {
  const waits: number[] = [];
  t.mock.method(globalThis, "setTimeout", (_: () => void, wait: number) => {
    waits.push(wait);
    return { unref: () => {} };
  });
  const { newsroom, take, time } = await aPaper(t);
  const story = await take(feed("North quay closed"));
  await newsroom.store.together(async (tables) =>
    tables.stories.set({ ...story, embargo: { kind: "until", until: time.now + days(400) } }),
  );
  const stop = newsroom.turns.watch();
  while (waits.length === 0) await new Promise((done) => setImmediate(done));
  stop();
  assert.ok(Math.max(...waits) <= minutes(0.5));
  assert.ok(Math.min(...waits) >= seconds(0));
});

test("copy nobody is named for is refused, and its bytes are kept", async (t) => {
  const { newsroom } = await aPaper(t);
  const unnamed = feed("North quay closed").replace("<title>The Wire</title>", "");
  await assert.rejects(
    takeIn(delivery(unnamed, { partner: null }), newsroom),
    (error) => error instanceof Error && "code" in error && error.code === "partner-needed",
  );
});

test("an agreement given for a partner that has another is refused", async (t) => {
  const { newsroom, take } = await aPaper(t);
  await take(feed("North quay closed"));
  await assert.rejects(
    takeIn(delivery(feed("Other", "https://wire.example/2"), { preset: "agency" }), newsroom),
    (error) => error instanceof Error && "code" in error && error.code === "agreement-stands",
  );
});

test("for a partner that asks first, an agreement given later is the answer, and the draft can be published", async (t) => {
  const { newsroom } = await aPaper(t);
  const copy = feed("North quay closed");
  const first = await takeIn(delivery(copy, { preset: null, publishes: true }), newsroom);
  assert.equal(first.partner?.agreement.agreed, false);
  const { partner, outcome } = await takeIn(
    delivery(copy, { preset: "contract", publishes: true }),
    newsroom,
  );
  assert.equal(partner?.agreement.preset, "contract");
  assert.equal(partner?.id, first.partner?.id);
  const [item] = outcome.became === "filed" ? outcome.items : [];
  const id = item?.became === "refused" ? null : item?.followed?.story;
  assert.equal((await newsroom.store.read.stories.find(id ?? ""))?.state.status, "live");
});

test("unreadable copy makes neither partner nor section", async (t) => {
  const { newsroom } = await aPaper(t);
  const { outcome } = await takeIn(delivery("\u0000\u0001"), newsroom);
  assert.equal(outcome.became, "set-aside");
  assert.deepEqual(await newsroom.store.read.partners.list(), []);
  assert.deepEqual(await newsroom.store.read.sections.list(), []);
  assert.equal((await newsroom.store.read.copies.listSetAside(10)).length, 1);
});

test("with the store closed, pages in memory are served and others ask to come back", async (t) => {
  const { newsroom, answer, take } = await aPaper(t);
  const path = pathOf(await take(feed("North quay closed")));
  assert.equal((await answer(path)).status, 200);
  await newsroom.close();
  assert.equal((await answer(path)).status, 200);
  assert.equal((await answer("/world")).status, 503);
  assert.equal((await answer("/healthz")).status, 503);
});
