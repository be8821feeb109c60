import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { aCopyOf, anArrival, anIntakeHouse } from "../../test/house/an-intake.ts";
import { aBody } from "../../test/house/a-body.ts";
import { aPartner } from "../../test/house/a-partner.ts";
import { databasesUnderTest, type FreshStore } from "../../test/house/databases.ts";
import { minutes } from "../base/clock.ts";
import type { WireItem } from "../story/wire-item.ts";
import { intake } from "./intake.ts";

for (const database of databasesUnderTest())
  describe(`${database.name}: which item copy belongs to`, () => {
    let fresh: FreshStore;
    let partners = 0;
    before(async () => {
      fresh = await database.open();
    });
    after(async () => fresh.close());

    async function newsroom() {
      const house = anIntakeHouse(fresh.store);
      partners += 1;
      const id = `partner-${partners}`;
      const partner = aPartner({ id, slug: id, name: `Wire ${partners}` });
      await fresh.store.together(async (tables) => tables.partners.set(partner));
      const { wireItems } = fresh.store.read;
      return {
        house,
        partner,
        async take(...items: readonly Partial<WireItem>[]) {
          house.clock.set(house.clock.now() + minutes(5));
          const outcome = await intake(anArrival(aCopyOf(...items), { partner }), house);
          assert.ok(outcome.became === "filed");
          return outcome.items.map((each) => (each.became === "refused" ? assert.fail() : each));
        },
        async standing(key: string) {
          const [item] = await wireItems.findByKeys(partner.id, [key]);
          const version = item && (await wireItems.findVersion(item.currentVersion));
          return { id: item?.id, headline: version?.item.headline };
        },
      };
    }
    const fates = (items: readonly { became: string; flagged: boolean }[]) =>
      items.map(({ became, flagged }) => (flagged ? `${became}, flagged` : became));

    test("the same words under a new key at the old address are the same item, found by either key later", async () => {
      const { take, standing } = await newsroom();
      const [first] = await take(ferry("old"));
      const [again] = await take(ferry("new"));
      assert.deepEqual([again?.became, again?.flagged, again?.wireItem], ["same", false, first?.wireItem]);
      assert.deepEqual(fates(await take(ferry("new"))), ["same"]);
      assert.equal((await standing("new")).id, (await standing("old")).id);
      assert.deepEqual(
        fates(await take(ferry("new", { headline: "Ferry to run all night long", versionKey: "2" }))),
        ["update"],
      );
      assert.equal((await standing("old")).headline, "Ferry to run all night long");
    });

    test("a new key with mended words at the old address, however it is written, is an update", async () => {
      const { take, standing } = await newsroom();
      await take(ferry("old"));
      const source = { name: null, address: "http://www.harbour.example/ferry/?utm_source=rss" };
      assert.deepEqual(
        fates(await take(ferry("new", { headline: "Ferry runs all night", source, versionKey: "2" }))),
        ["update"],
      );
      assert.equal((await standing("old")).headline, "Ferry runs all night");
    });

    test("a new address under the old key is an update, and the story is found at either", async () => {
      const { take } = await newsroom();
      const moved = { source: { name: null, address: "https://harbour.example/night-ferry" } };
      const [first] = await take(ferry("a"));
      assert.deepEqual(fates(await take(ferry("a", { ...moved, versionKey: "moved" }))), ["update"]);
      const [byNewAddress] = await take(ferry("b", { ...moved, versionKey: "b" }));
      assert.equal(byNewAddress?.wireItem, first?.wireItem);
    });

    test("another story at the address of one that is gone is a new item and told to the desk", async () => {
      const { take, standing, house, partner } = await newsroom();
      await take(ferry("a"));
      const [other] = await take(school("b", { source: ferry("a").source ?? assert.fail() }));
      assert.deepEqual([other?.became, other?.flagged], ["new", true]);
      assert.equal((await standing("a")).headline, ferry("a").headline);
      const events = await house.store.read.events.list("wire-item.flagged", 100);
      assert.equal(events.filter(({ says }) => says["partner"] === partner.id).length, 1);
      assert.deepEqual(fates(await take(school("b", { source: ferry("a").source ?? assert.fail() }))), [
        "same",
      ]);
    });

    test("two keys at one address in one document are two items, in whatever order, batches apart too", async () => {
      for (const between of [0, 600]) {
        const { take } = await newsroom();
        const others = Array.from({ length: between }, (_, at) => filler(at));
        await take(ferry("old"));
        const items = await take(ferry("new"), ...others, ferry("old"));
        assert.deepEqual([items.at(0)?.became, items.at(-1)?.became], ["new", "same"]);
        assert.notEqual(items.at(0)?.wireItem, items.at(-1)?.wireItem);
        assert.equal(items.length, between + 2);
      }
    });

    test("an address that two items have tells nothing", async () => {
      const { take } = await newsroom();
      await take(ferry("post-1"), ferry("post-2"));
      assert.deepEqual(fates(await take(ferry("post-3"))), ["new"]);
    });

    test("a site's front page is nobody's address, and another partner's address never counts", async () => {
      const { take } = await newsroom();
      const home = { source: { name: null, address: "https://harbour.example/" } };
      await take(ferry("a", home));
      assert.deepEqual(fates(await take(ferry("b", home))), ["new"]);
      const other = await newsroom();
      assert.deepEqual(fates(await other.take(ferry("c", home))), ["new"]);
    });

    test("keys that change places leave each story its words", async () => {
      const { take, standing } = await newsroom();
      await take(ferry("1"), school("2"));
      const swapped = await take(ferry("2"), school("1"));
      assert.deepEqual(fates(swapped), ["same", "same"]);
      assert.equal((await standing("1")).headline, ferry("").headline);
      assert.equal((await standing("2")).headline, school("").headline);
    });

    test("words that go back to what they were count again where nothing else orders versions", async () => {
      const { take, standing } = await newsroom();
      const undated = (text: string) => ferry("a", { headline: text, versionKey: text, versionOrder: null });
      await take(undated("Ferry runs all night"));
      await take(undated("Ferry sinks all night"));
      const [back] = await take(undated("Ferry runs all night"), filler(1));
      assert.equal(back?.became, "update");
      assert.equal((await standing("a")).headline, "Ferry runs all night");
      assert.deepEqual(fates(await take(undated("Ferry runs all night"), filler(2))), ["same", "new"]);
      await take(undated("Ferry sinks all night"), filler(3));
      assert.equal((await standing("a")).headline, "Ferry sinks all night");
    });

    test("with numbers or dates the order decides, whatever comes back", async () => {
      for (const [first, second] of [
        [{ versionOrder: 1 }, { versionOrder: 2 }],
        [
          { versionOrder: null, versionCreated: 1000 },
          { versionOrder: null, versionCreated: 2000 },
        ],
      ]) {
        const { take, standing } = await newsroom();
        await take(ferry("a", { ...first, versionKey: "1", headline: "Ferry runs all night" }));
        await take(ferry("a", { ...second, versionKey: "2", headline: "Ferry stays all night" }));
        const late = ferry("a", { ...first, versionKey: "1", headline: "Ferry runs all night" });
        assert.deepEqual(fates(await take(late, filler(1))), ["same", "new"]);
        assert.equal((await standing("a")).headline, "Ferry stays all night");
      }
    });

    test("copy that holds both states of an item is the same when it is read again", async () => {
      const { take } = await newsroom();
      const both = ["Ferry runs all night", "Ferry sinks all night"].map((text) =>
        ferry("a", { headline: text, versionKey: text, versionOrder: null }),
      );
      await take(...both);
      assert.deepEqual(fates(await take(...both)), ["same", "same"]);
    });

    test("two imports of one feed at once make each story once", async () => {
      const { house, partner } = await newsroom();
      const feed = aCopyOf(...Array.from({ length: 300 }, (_, at) => filler(at)));
      const renamed = aCopyOf(...Array.from({ length: 300 }, (_, at) => filler(at, `new ${at}`)));
      for (const copy of [feed, renamed]) {
        const rounds = await Promise.all([1, 2, 3].map(() => intake(anArrival(copy, { partner }), house)));
        assert.equal(new Set(rounds.map((each) => each.copy)).size, 1);
      }
      const keys = Array.from({ length: 300 }, (_, at) => [`filler ${at}`, `new ${at}`]).flat();
      const found = await house.store.read.wireItems.findByKeys(partner.id, keys);
      assert.equal(found.length, 300);
      const versions = await house.store.read.wireItems.listVersions(found.map(({ id }) => id));
      assert.equal(versions.length, 300);
    });

    // Each story's words belong to it alone, so whoever holds them must be its item and no other.
    test("whatever a feed does with ids and addresses, no story overwrites another and none is shown twice", async () => {
      const entry = fc.record({
        story: fc.integer({ min: 0, max: 3 }),
        state: fc.integer({ min: 0, max: 2 }),
        key: fc.constantFrom("own", "own", "changed", "of another"),
        address: fc.constantFrom("own", "own", "moved"),
      });
      const feed = fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: ({ story }) => story });
      await fc.assert(
        fc.asyncProperty(fc.array(feed, { minLength: 1, maxLength: 5 }), async (feeds) => {
          const { take } = await newsroom();
          const itemsOf = new Map<number, Set<string>>();
          const lastOf = new Map<string, number>();
          const addressesOf = new Map<number, Set<string>>();
          const usersOf = new Map<string, Set<number>>();
          for (const [round, entries] of feeds.entries()) {
            // Against a story that changes id and address at once no rule helps: it is a new one to anybody.
            const fair = entries.map((each) => {
              const stays = addressesOf.get(each.story)?.has(addressOf(each)) ?? true;
              const users = usersOf.get(keyOf(each, round));
              const kept = users?.size === 1 && users.has(each.story);
              return stays || kept ? each : { ...each, address: each.address === "own" ? "moved" : "own" };
            });
            for (const each of fair) {
              const key = keyOf(each, round);
              usersOf.set(key, (usersOf.get(key) ?? new Set()).add(each.story));
            }
            const filed = await take(...fair.map((each) => itemOf(each, round)));
            for (const [at, each] of fair.entries()) {
              const { wireItem } = filed[at] ?? assert.fail();
              const owner = lastOf.get(wireItem);
              assert.ok(owner === undefined || owner === each.story, "a story overwrote another");
              lastOf.set(wireItem, each.story);
              itemsOf.set(each.story, (itemsOf.get(each.story) ?? new Set()).add(wireItem));
              const addresses = addressesOf.get(each.story) ?? new Set();
              addressesOf.set(each.story, addresses.add(addressOf(each)));
            }
          }
          for (const [story, items] of itemsOf) assert.equal(items.size, 1, `story ${story} stands twice`);
        }),
        { numRuns: 25 },
      );
    });
  });

type Entry = {
  readonly story: number;
  readonly state: number;
  readonly key: string;
  readonly address: string;
};

function keyOf({ story, key }: Entry, round: number): string {
  if (key === "changed") return `key ${story} since ${round}`;
  return key === "own" ? `key ${story}` : `key ${(story + 1) % 4}`;
}

const addressOf = ({ story, address }: Entry) => `https://harbour.example/${address}/${story}`;

const itemOf = (entry: Entry, round: number): Partial<WireItem> => ({
  stableKey: keyOf(entry, round),
  versionKey: `${entry.story} ${entry.state} ${entry.address}`,
  versionOrder: null,
  headline: `${wordsOf[entry.story]} state${entry.state}`,
  standfirst: "",
  body: aBody(`${wordsOf[entry.story]}`),
  source: { name: null, address: addressOf(entry) },
});

const wordsOf = [
  "harbour quay crane berth survey wall",
  "school roof slates parents winter mended",
  "budget council ledger vote river bridge",
  "organ choir pipes concert chapel tuning",
];

const ferry = (stableKey: string, part: Partial<WireItem> = {}): Partial<WireItem> => ({
  stableKey,
  headline: "Ferry to run through the night",
  source: { name: null, address: "https://harbour.example/ferry" },
  ...part,
});

const school = (stableKey: string, part: Partial<WireItem> = {}): Partial<WireItem> => ({
  stableKey,
  headline: "School roof mended before winter",
  standfirst: "Parents raised half of what was needed",
  body: aBody("Slates went up on Monday."),
  source: { name: null, address: "https://harbour.example/school-roof" },
  ...part,
});

const filler = (at: number, stableKey = `filler ${at}`): Partial<WireItem> => ({
  stableKey,
  headline: `Notice number ${at}`,
  source: { name: null, address: `https://harbour.example/notice/${at}` },
});
