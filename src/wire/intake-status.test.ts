import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { monday } from "../../test/house/a-desk.ts";
import { aLine } from "../../test/house/a-line.ts";
import { databasesUnderTest, type TestDatabase } from "../../test/house/databases.ts";
import type { Story } from "../story/story.ts";
import { isVisible } from "../story/visibility.ts";
import type { WireItem } from "../story/wire-item.ts";

for (const database of databasesUnderTest())
  describe(`${database.name}: versions on their way to the page`, () => {
    test("a usable version after a withheld one lifts the hold, with numbers and without", async (t) => {
      for (const versionOf of [numbered, undated]) {
        const { arrive } = await lineOn(database, t);
        await arrive(versionOf(1));
        const withheld = await arrive(versionOf(2, { status: "withdrawn", statusReason: "Facts in doubt" }));
        assert.equal(shown(withheld.story), false);
        const back = await arrive(versionOf(3));
        assert.deepEqual([back.followed?.did, back.story?.held, shown(back.story)], ["updated", null, true]);
      }
    });

    test("undated copy that comes back after it was withheld is on the page again", async (t) => {
      const { arrive } = await lineOn(database, t);
      const first = await arrive(undated(1));
      await arrive(undated(2, { status: "withdrawn" }));
      const back = await arrive(undated(1));
      assert.deepEqual([shown(back.story), back.story?.id], [true, first.story?.id]);
    });

    test("an old numbered version does not lift a hold", async (t) => {
      const { arrive } = await lineOn(database, t);
      await arrive(numbered(2));
      await arrive(numbered(3, { status: "withdrawn" }));
      for (const late of [numbered(2), numbered(1)]) assert.equal(shown((await arrive(late)).story), false);
    });

    test("a partner's correction updates a live story and claims no correction of ours", async (t) => {
      for (const change of ["correction", "clarification"] as const) {
        const { arrive, desk, setClock } = await lineOn(database, t);
        const before = await arrive(numbered(1));
        setClock(monday + 60_000);
        const after = await arrive(numbered(2, { change, headline: "Ferry to run until midnight" }));
        assert.equal(after.story?.copy.headline, "Ferry to run until midnight");
        assert.deepEqual(after.story?.corrections, []);
        assert.deepEqual(after.story?.copy.body, before.story?.copy.body);
        assert.deepEqual(after.story?.state, {
          status: "live",
          publishedAt: monday,
          updatedAt: monday + 60_000,
        });
        const events = await desk.store.read.events.listOf(after.story?.id ?? "");
        assert.equal(events.find(({ what }) => what === "story.updated")?.says["change"], change);
      }
    });

    test("a correction that changes no word moves neither the hour nor the revision of the story", async (t) => {
      const { arrive, setClock } = await lineOn(database, t);
      const before = await arrive(numbered(1));
      setClock(monday + 60_000);
      const after = await arrive(numbered(2, { change: "correction", headline: numbered(1).headline ?? "" }));
      assert.deepEqual(
        [after.story?.state, after.story?.revision],
        [before.story?.state, before.story?.revision],
      );
    });

    test("an older version that comes late is kept and not applied", async (t) => {
      const { arrive, desk } = await lineOn(database, t);
      const newer = await arrive(numbered(2));
      const late = await arrive(numbered(1));
      assert.deepEqual([late.became, late.flagged, late.story], ["older", false, newer.story]);
      assert.equal((await desk.store.read.wireItems.listVersions([late.wireItem])).length, 2);
    });

    test("a killed story stays killed when a usable version comes after, and the desk is told once", async (t) => {
      for (const versionOf of [numbered, undated]) {
        const { arrive, desk } = await lineOn(database, t);
        await arrive(versionOf(1));
        const tombstone = await arrive(versionOf(2, { status: "killed", statusReason: "Wrong man" }));
        const again = await arrive(versionOf(3));
        assert.deepEqual([again.followed?.did, again.story], ["waits", tombstone.story]);
        await arrive(versionOf(3));
        const { read } = desk.store;
        assert.equal((await read.wireItems.find(again.wireItem))?.status, "killed");
        const events = await read.events.listOf(again.story?.id ?? "");
        const told = events.filter(({ what }) => what === "story.version-after-kill");
        assert.deepEqual(
          told.map(({ says }) => says["version"]),
          [again.version],
        );
        assert.equal((await read.stories.listTakenFrom(again.wireItem)).length, 1);
      }
    });

    test("copy killed before it came is not taken when it comes, whatever its number", async (t) => {
      for (const versionOf of [numbered, undated]) {
        const { arrive, desk } = await lineOn(database, t);
        await arrive(versionOf(2, { status: "killed" }));
        for (const version of [versionOf(1), versionOf(3)])
          assert.equal((await arrive(version)).story, undefined);
        assert.equal((await desk.store.read.events.list("story.taken", 10)).length, 0);
        assert.ok((await desk.store.read.events.list("wire-item.flagged", 10)).length > 0);
      }
    });

    test("a kill under a new key at the old address reaches the story", async (t) => {
      const { arrive } = await lineOn(database, t);
      const first = await arrive(numbered(1));
      const kill = await arrive(numbered(2, { stableKey: "renamed", status: "killed" }));
      assert.deepEqual([kill.story?.id, kill.story?.state.status], [first.story?.id, "killed"]);
    });

    test("two imports at once put each story on the page once", async (t) => {
      const { takeIn, desk } = await lineOn(database, t);
      const feed = Array.from({ length: 40 }, (_, at) => ({
        stableKey: `key ${at}`,
        headline: `Notice number ${at}`,
        source: { name: null, address: `https://harbour.example/notice/${at}` },
      }));
      await Promise.all([takeIn(...feed), takeIn(...feed), takeIn(...feed.toReversed())]);
      assert.equal((await desk.store.read.stories.listByStatus("live", 100)).length, 40);
      assert.equal((await desk.store.read.events.list("story.taken", 100)).length, 40);
    });
  });

async function lineOn(database: TestDatabase, t: TestContext) {
  const fresh = await database.open();
  t.after(async () => fresh.close());
  return aLine(fresh.store);
}

const shown = (story: Story | undefined) => story !== undefined && isVisible(story, monday);

const numbered = (number: number, part: Partial<WireItem> = {}): Partial<WireItem> => ({
  versionKey: `${number}`,
  versionOrder: number,
  headline: `Ferry to run all night, version ${number}`,
  ...part,
});

const undated = (number: number, part: Partial<WireItem> = {}): Partial<WireItem> =>
  numbered(number, { versionKey: `words ${number} ${part.status}`, versionOrder: null, ...part });
