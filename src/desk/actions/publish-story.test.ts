import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { aDesk, monday } from "../../../test/house/a-desk.ts";
import { aWireItem } from "../../../test/house/a-wire-item.ts";
import { databasesUnderTest, type TestDatabase } from "../../../test/house/databases.ts";
import { Refusal } from "../../base/refusal.ts";
import { agreementPresets } from "../../story/agreement-presets.ts";
import { isVisible } from "../../story/visibility.ts";
import { correctStory } from "./correct-story.ts";
import { killStory } from "./kill-story.ts";
import { partnerFor, setAgreement } from "./partner-for.ts";
import { publishStory } from "./publish-story.ts";
import { spikeStory } from "./spike-story.ts";

for (const database of databasesUnderTest())
  describe(database.name, () => {
    test("a published story has an address, an event and an hour; publishing it again changes nothing", async (t) => {
      const { desk, arriveOne, setClock } = await deskOn(database, t);
      const { kept } = await arriveOne(aWireItem());
      const first = await publishStory({ story: kept.id, by: "ines" }, desk);
      assert.ok("address" in first);
      assert.equal(first.address, `/news/2026/11/23/${kept.slug}`);
      assert.ok(isVisible(first.story, monday));
      setClock(monday + 1000);
      assert.deepEqual(await publishStory({ story: kept.id, by: "ines" }, desk), first);
      const published = (await desk.store.read.events.listOf(kept.id)).filter(
        ({ what }) => what === "story.published",
      );
      assert.deepEqual(
        published.map(({ by }) => by),
        ["ines"],
      );
    });

    test("a refused story stays a draft and every reason is told", async (t) => {
      const { desk, arriveOne, partner } = await deskOn(database, t);
      const asked = { ...partner, agreement: agreementPresets["ask-first"] };
      await desk.store.together(async ({ partners }) => partners.set(asked));
      const { kept } = await arriveOne(aWireItem(), { partner: asked });
      const outcome = await publishStory({ story: kept.id, by: "ines" }, desk);
      assert.ok("refusals" in outcome);
      assert.deepEqual(
        outcome.refusals.map(({ code }) => code),
        ["not-agreed"],
      );
      assert.deepEqual(await desk.store.read.stories.find(kept.id), kept);
    });

    test("an editor sets an agreement aside with a reason, which is recorded", async (t) => {
      const { desk, arriveOne, partner } = await deskOn(database, t);
      await desk.store.together(async (tables) =>
        setAgreement({ partner, agreement: agreementPresets["ask-first"] }, tables),
      );
      const { kept } = await arriveOne(aWireItem());
      await refusedWith(
        "reason-needed",
        publishStory({ story: kept.id, by: "ines", override: { reason: " " } }, desk),
      );
      const outcome = await publishStory(
        { story: kept.id, by: "ines", override: { reason: "Agreed by telephone" } },
        desk,
      );
      assert.ok("address" in outcome);
      const [event] = (await desk.store.read.events.listOf(kept.id)).filter(
        ({ what }) => what === "story.published",
      );
      assert.deepEqual(event?.says, {
        form: "full",
        override: "Agreed by telephone",
        setAside: ["not-agreed"],
      });
    });

    test("nobody sets aside a partner's kill or an embargo that has a time", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept } = await arriveOne(aWireItem({ embargo: { kind: "until", until: monday + 1 } }));
      const outcome = await publishStory({ story: kept.id, by: "ines", override: { reason: "Now" } }, desk);
      assert.ok("refusals" in outcome);
      assert.deepEqual(
        outcome.refusals.map(({ code }) => code),
        ["under-embargo"],
      );
    });

    test("an embargo nobody can read is released by an editor with a reason", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept } = await arriveOne(
        aWireItem({ status: "held", embargo: { kind: "unclear", says: "tonight" } }),
      );
      const outcome = await publishStory(
        { story: kept.id, by: "ines", override: { reason: "Asked them" } },
        desk,
      );
      assert.ok("address" in outcome && isVisible(outcome.story, monday));
    });

    test("copy the partner withheld since it was taken is not published", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      await arriveOne(aWireItem());
      const { kept } = await arriveOne(aWireItem({ status: "withdrawn" }));
      const outcome = await publishStory(
        { story: kept.id, by: "ines", override: { reason: "We want it" } },
        desk,
      );
      assert.ok("refusals" in outcome);
      assert.deepEqual(
        outcome.refusals.map(({ code }) => code),
        ["partner-withheld"],
      );
    });

    test("a kill takes a live story down with its reason; a draft is spiked instead", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept } = await arriveOne(aWireItem());
      await refusedWith("story-not-live", killStory({ story: kept.id, by: "ines", reason: "Wrong" }, desk));
      await publishStory({ story: kept.id, by: "ines" }, desk);
      await refusedWith("reason-needed", killStory({ story: kept.id, by: "ines", reason: "" }, desk));
      const dead = await killStory({ story: kept.id, by: "ines", reason: "Wrong man" }, desk);
      assert.deepEqual(dead.state, {
        status: "killed",
        killedAt: monday,
        reason: "Wrong man",
        publishedAt: monday,
      });
      assert.deepEqual(await killStory({ story: kept.id, by: "ines", reason: "Again" }, desk), dead);
      const revived = await publishStory(
        { story: kept.id, by: "ines", override: { reason: "Please" } },
        desk,
      );
      assert.ok("refusals" in revived);
      await refusedWith("no-story-with-id", killStory({ story: "nobody", by: "ines", reason: "x" }, desk));
    });

    test("a draft is spiked with a reason and can still be published later", async (t) => {
      const { desk, arriveOne } = await deskOn(database, t);
      const { kept } = await arriveOne(aWireItem());
      const spiked = await spikeStory({ story: kept.id, by: "ines", reason: "Dull" }, desk);
      assert.deepEqual(spiked.state, { status: "spiked", reason: "Dull" });
      assert.deepEqual(await spikeStory({ story: kept.id, by: "ines", reason: "Dull" }, desk), spiked);
      assert.ok("address" in (await publishStory({ story: kept.id, by: "ines" }, desk)));
      await refusedWith("story-not-draft", spikeStory({ story: kept.id, by: "ines", reason: "Dull" }, desk));
    });

    test("a correction is dated, keeps the words as they were and counts once", async (t) => {
      const { desk, arriveOne, setClock } = await deskOn(database, t);
      const { kept } = await arriveOne(aWireItem(), { publishes: true });
      setClock(monday + 5000);
      const copy = { ...kept.copy, headline: "Ferry to one island sails again", section: "sport" };
      const correct = { story: kept.id, by: "ines", says: "It is one island, not two.", copy };
      const after = await correctStory(correct, desk);
      assert.deepEqual(after.corrections, [{ at: monday + 5000, says: correct.says, changesSense: false }]);
      assert.deepEqual([after.copy.headline, after.copy.section], [copy.headline, "news"]);
      assert.ok(after.edited);
      assert.deepEqual(await correctStory(correct, desk), after);
      const before = await desk.store.read.revisions.find(kept.id, 1);
      assert.equal(before?.copy.headline, kept.copy.headline);
    });

    test("a partner is known by its name however it is spelt, and a new one asks first", async (t) => {
      const { desk } = await deskOn(database, t);
      const [first, second, other] = await desk.store.together(async (tables) => [
        await partnerFor({ name: "The Guardian" }, tables, desk.ids),
        await partnerFor({ name: " the guardian ", preset: "contract" }, tables, desk.ids),
        await partnerFor({ name: "The Guardian!", preset: "cc-by" }, tables, desk.ids),
      ]);
      assert.equal(first?.agreement.preset, "ask-first");
      assert.deepEqual(second, first);
      assert.notEqual(other?.slug, first?.slug);
      assert.equal(other?.agreement.preset, "cc-by");
    });

    test("a licence that is one partner's own brings that partner's home page, for the credit to link to", async (t) => {
      const { desk } = await deskOn(database, t);
      const partner = await desk.store.together(async (tables) =>
        partnerFor({ name: "The Guardian", preset: "guardian-open" }, tables, desk.ids),
      );
      assert.equal(partner.home, "https://www.theguardian.com/");
    });
  });

async function deskOn(database: TestDatabase, t: TestContext) {
  const fresh = await database.open();
  t.after(async () => fresh.close());
  return aDesk(fresh.store);
}

const refusedWith = async (code: string, promise: Promise<unknown>) =>
  assert.rejects(promise, (error) => error instanceof Refusal && error.code === code);
