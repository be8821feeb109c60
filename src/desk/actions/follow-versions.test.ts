import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { aDesk, monday } from "../../../test/house/a-desk.ts";
import { aWireItem } from "../../../test/house/a-wire-item.ts";
import { aBody } from "../../../test/house/a-body.ts";
import { databasesUnderTest, type TestDatabase } from "../../../test/house/databases.ts";
import { agreementPresets } from "../../story/agreement-presets.ts";
import { isVisible } from "../../story/visibility.ts";
import type { WireItem } from "../../story/wire-item.ts";

for (const database of databasesUnderTest())
  describe(database.name, () => {
    test("a new item becomes a draft that knows its partner, version, section and account", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept, did } = await arriveOne(aWireItem({ section: "Sport", handler: "Night Desk" }));
      assert.equal(did, "taken");
      assert.equal(kept.state.status, "draft");
      assert.deepEqual(
        [kept.copy.section, kept.taken?.partner, kept.taken?.version],
        ["sport", "partner-1", "version-1"],
      );
      assert.equal((await desk.store.read.people.find(kept.handledBy))?.name, "Night Desk");
      assert.equal((await desk.store.read.revisions.list(kept.id)).length, 1);
      assert.deepEqual(await eventsOf(desk, kept.id), ["story.taken"]);
    });

    test("the same account handles all copy that names nobody", async (t) => {
      const { desk, arrive } = await deskOn(database, t);
      const followed = await arrive([item("1"), item("2")]);
      const stories = await Promise.all(
        followed.map(({ story }) => desk.store.read.stories.find(story ?? "")),
      );
      assert.equal(new Set(stories.map((story) => story?.handledBy)).size, 1);
      assert.equal((await desk.store.read.people.findBySlug("editors-desk"))?.id, stories[0]?.handledBy);
    });

    test("copy that arrives twice changes nothing", async (t) => {
      const { desk, arriveOne, arrive } = await deskOn(database, t);
      const { kept } = await arriveOne(item("1"));
      const [again] = await arrive([item("1")], { became: "same" });
      assert.deepEqual([again?.did, again?.story], ["nothing", kept.id]);
      assert.deepEqual(await desk.store.read.stories.find(kept.id), kept);
      assert.equal((await eventsOf(desk, kept.id)).length, 1);
    });

    test("a publishing source puts what the agreement allows on the page at once, and says why not otherwise", async (t) => {
      const { arriveOne, partner } = await deskOn(database, t);
      const { kept } = await arriveOne(item("1"), { publishes: true });
      assert.ok(isVisible(kept, monday));
      const asked = { ...partner, agreement: agreementPresets["ask-first"] };
      const waiting = await arriveOne(item("2"), { publishes: true, partner: asked });
      assert.equal(waiting.kept.state.status, "draft");
      assert.deepEqual(
        waiting.refusals.map(({ code }) => code),
        ["not-agreed"],
      );
    });

    test("two stories of one headline published on one day get two addresses", async (t) => {
      const { desk, arrive } = await deskOn(database, t);
      const followed = await arrive([item("1"), item("2"), item("3")], { publishes: true });
      const stories = await Promise.all(
        followed.map(({ story }) => desk.store.read.stories.find(story ?? "")),
      );
      assert.equal(new Set(stories.map((story) => story?.slug)).size, 3);
    });

    test("a newer version updates a story nobody edited, live or not, and keeps its address", async (t) => {
      const { arriveOne, setClock, desk } = await deskOn(database, t);
      const first = await arriveOne(item("1"), { publishes: true });
      setClock(monday + 1000);
      const { kept, did } = await arriveOne(item("1", { headline: "Ferry stays", section: "Sport" }));
      assert.equal(did, "updated");
      assert.deepEqual(
        [kept.copy.headline, kept.copy.section, kept.slug],
        ["Ferry stays", "news", first.kept.slug],
      );
      assert.deepEqual(kept.state, { status: "live", publishedAt: monday, updatedAt: monday + 1000 });
      assert.equal(kept.revision, 2);
      assert.equal(
        (await desk.store.read.revisions.find(kept.id, 1))?.copy.headline,
        first.kept.copy.headline,
      );
    });

    test("a newer version waits beside a story that somebody edited", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept } = await arriveOne(item("1"));
      const edited = { ...kept, edited: true, copy: { ...kept.copy, headline: "Ours" } };
      await desk.store.together(async ({ stories }) => stories.set(edited));
      const after = await arriveOne(item("1", { headline: "Theirs" }));
      assert.equal(after.did, "waits");
      assert.deepEqual([after.kept.copy.headline, after.kept.waitingVersion], ["Ours", "version-2"]);
    });

    test("new words that the agreement forbids wait; the live story keeps its old ones", async (t) => {
      const { arriveOne } = await deskOn(database, t);
      await arriveOne(item("1"), { publishes: true });
      const { kept, did } = await arriveOne(item("1", { body: aBody("The cafÃ© was shut.") }));
      assert.equal(did, "waits");
      assert.ok(isVisible(kept, monday));
      assert.deepEqual(kept.copy.body, item("1").body);
    });

    test("a kill reaches every story taken from the item, edited ones too, with reason and minute", async (t) => {
      const { desk, arriveOne, setClock } = await deskOn(database, t);
      const { kept } = await arriveOne(item("1"), { publishes: true });
      const second = {
        ...kept,
        id: "story-2",
        slug: "another",
        edited: true,
        state: { status: "draft" as const },
      };
      await desk.store.together(async ({ stories }) => stories.set(second));
      setClock(monday + 60_000);
      const { did, kept: tombstone } = await arriveOne(
        item("1", { status: "killed", statusReason: "Wrong man" }),
      );
      assert.equal(did, "killed");
      assert.deepEqual(tombstone.state, {
        status: "killed",
        killedAt: monday + 60_000,
        reason: "Wrong man",
        publishedAt: monday,
      });
      assert.equal((await desk.store.read.stories.find("story-2"))?.state.status, "killed");
      const again = await arriveOne(item("1", { status: "killed" }));
      assert.equal(again.did, "nothing");
    });

    test("an item that was killed before it came is not taken", async (t) => {
      const { arrive } = await deskOn(database, t);
      assert.deepEqual(
        (await arrive([item("1", { status: "killed" })])).map(({ did, story }) => [did, story]),
        [["nothing", null]],
      );
    });

    test("withheld copy is off every surface at once and comes back with a usable version", async (t) => {
      const { arriveOne } = await deskOn(database, t);
      await arriveOne(item("1"), { publishes: true });
      const withheld = await arriveOne(item("1", { status: "withdrawn", statusReason: "Facts in doubt" }));
      assert.equal(withheld.did, "withheld");
      assert.ok(!isVisible(withheld.kept, monday));
      const back = await arriveOne(item("1", { headline: "Now right" }));
      assert.equal(back.kept.held, null);
      assert.ok(isVisible(back.kept, monday));
    });

    test("what was withheld and edited stays down until a person has looked", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept } = await arriveOne(item("1"), { publishes: true });
      await desk.store.together(async ({ stories }) => stories.set({ ...kept, edited: true }));
      await arriveOne(item("1", { status: "withdrawn" }));
      const back = await arriveOne(item("1", { headline: "Now right" }));
      assert.deepEqual([back.did, isVisible(back.kept, monday)], ["waits", false]);
    });

    test("an embargo or a doubt in a newer version hides a live story until it ends", async (t) => {
      const { arriveOne } = await deskOn(database, t);
      await arriveOne(item("1"), { publishes: true });
      const until = monday + 3_600_000;
      const { kept, did } = await arriveOne(item("1", { embargo: { kind: "until", until } }));
      assert.equal(did, "held");
      assert.deepEqual([isVisible(kept, until - 1), isVisible(kept, until)], [false, true]);
      await arriveOne(item("2"), { publishes: true });
      const doubt = await arriveOne(item("2", { status: "held", statusReason: "no status we know" }));
      assert.deepEqual([doubt.did, isVisible(doubt.kept, monday)], ["held", false]);
    });

    test("an older version that comes late is not applied", async (t) => {
      const { arriveOne } = await deskOn(database, t);
      const first = await arriveOne(item("1"));
      const late = await arriveOne(item("1", { headline: "Old words" }), { became: "older" });
      assert.deepEqual([late.did, late.kept], ["nothing", first.kept]);
    });

    test("an item and its kill in one batch leave a tombstone and no live story", async (t) => {
      const { desk, arrive } = await deskOn(database, t);
      const [taken] = await arrive([item("1"), item("1", { status: "killed" })], { publishes: true });
      const story = await desk.store.read.stories.find(taken?.story ?? "");
      assert.equal(story?.state.status, "killed");
      assert.deepEqual(await eventsOf(desk, story.id), ["story.killed", "story.published", "story.taken"]);
    });

    test("agency copy goes after its thirty days", async (t) => {
      const { arriveOne, partner } = await deskOn(database, t);
      const agency = { ...partner, agreement: agreementPresets.agency };
      const { kept } = await arriveOne(item("1"), { publishes: true, partner: agency });
      const days = 86_400_000;
      assert.deepEqual(
        [isVisible(kept, monday + 30 * days - 1), isVisible(kept, monday + 30 * days)],
        [true, false],
      );
    });

    test("pages that show a story hear of its change, and no page hears of a draft", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const heard = new Set<string>();
      const stop = desk.store.onChange((tags) => tags.forEach((tag) => heard.add(tag)));
      const { kept } = await arriveOne(item("1"));
      assert.ok(!heard.has("fronts"));
      await arriveOne(item("2"), { publishes: true });
      stop();
      for (const tag of [
        `story:${kept.id}`,
        "fronts",
        "section:news",
        "partner:harbour-post",
        "person:mara-oke",
      ])
        assert.ok(heard.has(tag), tag);
    });

    test("five hundred new items are followed in one go", async (t) => {
      const { desk, arrive } = await deskOn(database, t);
      const followed = await arrive(Array.from({ length: 500 }, (_, at) => item(`n${at}`)));
      assert.equal(followed.filter(({ did }) => did === "taken").length, 500);
      assert.equal((await desk.store.read.stories.listByStatus("draft", 1000)).length, 500);
    });
  });

const item = (key: string, facts: Partial<WireItem> = {}) => aWireItem({ stableKey: key, ...facts });

async function deskOn(database: TestDatabase, t: TestContext) {
  const fresh = await database.open();
  t.after(async () => fresh.close());
  return aDesk(fresh.store);
}

const eventsOf = async ({ store }: Awaited<ReturnType<typeof deskOn>>["desk"], story: string) =>
  (await store.read.events.listOf(story)).map(({ what }) => what).toSorted();
