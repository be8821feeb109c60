import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { aCopyOf, anArrival, anIntakeHouse, piecesOf, type IntakeHouse } from "../../test/house/an-intake.ts";
import { databasesUnderTest, type FreshStore } from "../../test/house/databases.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { aBody } from "../../test/house/a-body.ts";
import { minutes } from "../base/clock.ts";
import type { WireItem } from "../story/wire-item.ts";
import { aPartner } from "../../test/house/a-partner.ts";
import type { CopyBeingRead } from "./wire-room.ts";
import { intake } from "./intake.ts";

const elsewhere = { name: null, address: "https://harbour.example/elsewhere" };

for (const database of databasesUnderTest())
  describe(`${database.name}: intake`, () => {
    let fresh: FreshStore;
    let partners = 0;
    before(async () => {
      fresh = await database.open();
    });
    after(async () => fresh.close());

    // A partner of its own for each test keeps the tests apart in one store.
    async function newsroom() {
      const house = anIntakeHouse(fresh.store);
      partners += 1;
      const partner = aPartner({
        id: `partner-${partners}`,
        slug: `partner-${partners}`,
        name: `Wire ${partners}`,
      });
      await fresh.store.together(async (tables) => tables.partners.set(partner));
      const take = async (...items: readonly (Partial<WireItem> | string)[]) =>
        intake(anArrival(aCopyOf(...items), { partner }), house);
      return { house, partner, take };
    }
    const fates = (outcome: Awaited<ReturnType<typeof intake>>) =>
      outcome.became === "filed" ? outcome.items.map(({ became }) => became) : outcome.code;
    const stored = async (house: IntakeHouse, partner: { id: string }, key: string) => {
      const [item] = await house.store.read.wireItems.findByKeys(partner.id, [key]);
      const versions = item ? await house.store.read.wireItems.listVersions([item.id]) : [];
      const current = item && (await house.store.read.wireItems.findVersion(item.currentVersion));
      return { item, versions, current: current?.item };
    };

    test("a story is filed once, however often it comes", async () => {
      const { house, partner, take } = await newsroom();
      assert.deepEqual(fates(await take({})), ["new"]);
      house.clock.set(house.clock.now() + minutes(5));
      assert.deepEqual(fates(await take({})), ["same"]);
      assert.deepEqual(fates(await take({}, { stableKey: "harbour:2" })), ["same", "new"]);
      assert.equal((await stored(house, partner, "harbour:1")).versions.length, 1);
    });

    test("a newer version counts, an older one that comes late is kept and does not", async () => {
      const { house, partner, take } = await newsroom();
      await take({ versionKey: "2", versionOrder: 2, headline: "Second" });
      assert.deepEqual(fates(await take({ versionKey: "3", versionOrder: 3, headline: "Third" })), [
        "update",
      ]);
      assert.deepEqual(fates(await take({ versionKey: "1", versionOrder: 1, headline: "First" })), ["older"]);
      const { versions, current } = await stored(house, partner, "harbour:1");
      assert.equal(current?.headline, "Third");
      assert.equal(versions.length, 3);
    });

    test("the same version with other words is kept, flagged and told to the desk", async () => {
      const { house, partner, take } = await newsroom();
      await take({ headline: "First words" });
      const outcome = await take({ headline: "Other words" });
      assert.ok(outcome.became === "filed");
      const [item] = outcome.items;
      assert.ok(item?.became === "older");
      assert.equal(item.flagged, true);
      const { versions, current } = await stored(house, partner, "harbour:1");
      assert.equal(current?.headline, "First words");
      assert.deepEqual(
        versions.map(({ flagged }) => flagged).toSorted((one, other) => Number(one) - Number(other)),
        [false, true],
      );
      const events = await house.store.read.events.list("wire-item.flagged", 100);
      assert.equal(events.filter(({ says }) => says["partner"] === partner.id).length, 1);
    });

    test("two stories under one key in one copy are both kept, now and when they come again", async () => {
      const { house, partner, take } = await newsroom();
      const other: Partial<WireItem> = {
        headline: "School roof mended before winter",
        standfirst: "Parents raised half of what was needed",
        body: aBody("Slates went up on Monday."),
        source: { name: null, address: "https://harbour.example/school-roof" },
      };
      assert.deepEqual(fates(await take({}, other)), ["new", "new"]);
      assert.deepEqual(fates(await take(other, {})), ["same", "same"]);
      assert.deepEqual(fates(await take({ ...other, headline: "School roof is mended at last" })), ["older"]);
      const apart = await stored(house, partner, "address:harbour.example/school-roof");
      assert.equal(apart.versions[0]?.flagged, true);
      assert.equal(
        (await stored(house, partner, "harbour:1")).current?.headline,
        "Ferry to run through the night",
      );
    });

    test("a key used again months later for another story overwrites nothing", async () => {
      const { house, partner, take } = await newsroom();
      await take({});
      const fate = await take({
        versionKey: "9",
        versionOrder: 9,
        headline: "School roof mended before winter",
        standfirst: "",
        body: aBody("Slates went up on Monday."),
        source: { name: null, address: "https://harbour.example/school-roof" },
      });
      assert.deepEqual(fates(fate), ["new"]);
      assert.equal(
        (await stored(house, partner, "harbour:1")).current?.headline,
        "Ferry to run through the night",
      );
    });

    test("keys of every kind are kept apart and found again", async () => {
      const { take } = await newsroom();
      const keys = [
        "",
        " ",
        "a",
        "A",
        "a\u0000b",
        "a\uD800",
        "x".repeat(5000),
        "x".repeat(5001),
        "'; drop --",
        "é",
        "e\u0301",
      ];
      const items = keys.map((stableKey, at) => ({
        stableKey,
        headline: `Story number ${at}`,
        versionKey: `${at}`,
      }));
      const first = await take(...items);
      assert.deepEqual(
        fates(first),
        items.map(() => "new"),
      );
      assert.deepEqual(
        fates(await take(...items.toReversed())),
        items.map(() => "same"),
      );
    });

    test("one item that cannot be read does not keep the others out", async () => {
      const { take } = await newsroom();
      const outcome = await take({ stableKey: "a" }, "no date in it", { stableKey: "b" });
      assert.deepEqual(fates(outcome), ["new", "refused", "new"]);
    });

    test("copy that ends in the middle files what came whole and says so", async () => {
      const { house, partner } = await newsroom();
      const cut = {
        ...house,
        async parseInChunks(): Promise<CopyBeingRead> {
          const chunks = piecesOf([{ item: aWireItem({}) }]);
          return { format: "test", damage: null, chunks, ended: Promise.resolve("Cut after 1 of 20.") };
        },
      };
      const outcome = await intake(anArrival(aCopyOf({}), { partner }), cut);
      assert.ok(outcome.became === "filed");
      assert.equal(outcome.damage, "Cut after 1 of 20.");
      assert.equal(outcome.items.length, 1);
    });

    test("a thousand items need few transactions, and the second time nothing is written", async () => {
      const { house, partner, take } = await newsroom();
      const items = Array.from({ length: 1200 }, (_, at) => ({
        stableKey: `many:${at}`,
        headline: `Story ${at}`,
      }));
      const first = await take(...items);
      assert.ok(first.became === "filed" && first.items.every(({ became }) => became === "new"));
      assert.ok(house.followed.every((batch) => batch.length <= 500));
      assert.ok(house.followed.length <= 6);
      const events = async () => (await house.store.read.events.list("copy.filed", 1000)).length;
      const before = await events();
      const again = await take(...items.toReversed());
      assert.ok(again.became === "filed" && again.items.every(({ became }) => became === "same"));
      assert.equal(await events(), before);
      assert.equal((await stored(house, partner, "many:7")).versions.length, 1);
    });

    test("copy without a readable story is set aside with the reason", async () => {
      const { take } = await newsroom();
      assert.equal(fates(await take()), "copy-without-stories");
      assert.equal(fates(await take("no id", "no id")), "no-item-readable");
    });

    test("a kill has reached the desk in the transaction that files it", async () => {
      const { house, partner, take } = await newsroom();
      await take({});
      const kill = { versionKey: "2", versionOrder: 2, status: "killed", statusReason: "Wrong." } as const;
      const outcome = await take(kill);
      assert.ok(outcome.became === "filed");
      const [item] = outcome.items;
      assert.ok(item?.became === "update");
      assert.equal(item.followed, "followed harbour:1");
      assert.equal(house.followed.at(-1)?.[0]?.item.status, "killed");
      assert.equal((await stored(house, partner, "harbour:1")).item?.status, "killed");
    });

    test("when the desk cannot follow, nothing is filed", async () => {
      const { house, partner } = await newsroom();
      const failing = { ...house, follow: async () => Promise.reject(new Error("the desk is on fire")) };
      await assert.rejects(intake(anArrival(aCopyOf({}), { partner }), failing), /on fire/);
      assert.equal((await stored(house, partner, "harbour:1")).item, undefined);
      assert.equal((await intake(anArrival(aCopyOf({}), { partner }), house)).became, "filed");
    });

    test("the section of the arrival wins over the copy's own, which becomes a slug", async () => {
      const { house, partner, take } = await newsroom();
      await take({ section: "World news" });
      assert.equal((await stored(house, partner, "harbour:1")).item?.section, "world-news");
      await intake(
        anArrival(aCopyOf({ stableKey: "s", section: "World news", source: elsewhere }), {
          partner,
          section: "europe",
        }),
        house,
      );
      assert.equal((await stored(house, partner, "s")).item?.section, "europe");
    });

    test("the same bytes read by a mended reader update what the first reading made", async () => {
      const { house, partner, take } = await newsroom();
      await take({ standfirst: "read badly" });
      const mended = {
        ...house,
        async parseInChunks(): Promise<CopyBeingRead> {
          const item = aWireItem({ standfirst: "read well" });
          return { format: "test", damage: null, chunks: piecesOf([{ item }]), ended: Promise.resolve(null) };
        },
      };
      const again = await intake(anArrival(aCopyOf({ standfirst: "read badly" }), { partner }), mended);
      assert.deepEqual(fates(again), ["update"]);
      assert.equal((await stored(house, partner, "harbour:1")).current?.standfirst, "read well");
    });

    test("in whatever order and however often versions come, the highest counts and each is kept once", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 })), {
              maxLength: 4,
              minLength: 1,
            }),
            {
              minLength: 1,
              maxLength: 4,
            },
          ),
          async (copies) => {
            const { house, partner, take } = await newsroom();
            for (const copy of copies)
              await take(
                ...copy.map(([story, version]) => ({
                  stableKey: `s${story}`,
                  versionKey: `${version}`,
                  versionOrder: version,
                  headline: `Story ${story} in version ${version}`,
                  source: { name: null, address: `https://harbour.example/story-${story}` },
                })),
              );
            const all = copies.flat();
            for (const story of new Set(all.map(([number]) => number))) {
              const numbers = all.filter(([number]) => number === story).map(([, version]) => version);
              const { versions, current } = await stored(house, partner, `s${story}`);
              assert.equal(versions.length, new Set(numbers).size);
              assert.equal(current?.versionOrder, Math.max(...numbers));
            }
          },
        ),
        { numRuns: 15 },
      );
    });
  });
