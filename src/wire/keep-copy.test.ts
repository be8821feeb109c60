import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { anArrival, anIntakeHouse, piecesOf } from "../../test/house/an-intake.ts";
import { databasesUnderTest, type FreshStore } from "../../test/house/databases.ts";
import { aPartner } from "../../test/house/a-partner.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { intake } from "./intake.ts";
import type { CopyBeingRead } from "./wire-room.ts";

for (const database of databasesUnderTest())
  describe(`${database.name}: copy as it is kept`, () => {
    let fresh: FreshStore;
    const partner = aPartner({ id: "partner-1", slug: "wire-1", name: "Wire 1" });
    const newsroom = () => ({ house: anIntakeHouse(fresh.store), partner });
    const fates = (outcome: Awaited<ReturnType<typeof intake>>) =>
      outcome.became === "filed" ? outcome.items.map(({ became }) => became) : outcome.code;
    before(async () => {
      fresh = await database.open();
      await fresh.store.together(async (tables) => tables.partners.set(partner));
    });
    after(async () => fresh.close());

    test("the bytes are kept before they are read, once for the same bytes", async () => {
      const { house, partner } = newsroom();
      const bytes = new TextEncoder().encode(`not news, from ${partner.id}`);
      const first = await intake(anArrival(bytes, { partner }), house);
      const second = await intake(anArrival(bytes, { partner }), house);
      assert.equal(first.became, "set-aside");
      assert.equal(first.copy, second.copy);
      const copy = await house.store.read.copies.find(first.copy);
      assert.deepEqual(copy?.bytes, bytes);
      const aside = await house.store.read.copies.listSetAside(100);
      assert.equal(aside.filter(({ id }) => id === first.copy).length, 1);
    });

    test("copy that was set aside is taken back when a mended reader can file it, and stays aside until then", async () => {
      const { house, partner } = newsroom();
      const bytes = new TextEncoder().encode(`unreadable yet, from ${partner.id}`);
      const asideOf = async (copy: string) =>
        (await house.store.read.copies.listSetAside(100)).some(({ id }) => id === copy);
      const first = await intake(anArrival(bytes, { partner }), house);
      await intake(anArrival(bytes, { partner }), house);
      assert.equal(await asideOf(first.copy), true);
      const mended = {
        ...house,
        async parseInChunks(): Promise<CopyBeingRead> {
          const chunks = piecesOf([{ item: aWireItem({}) }]);
          return { format: "test", damage: null, chunks, ended: Promise.resolve(null) };
        },
      };
      const again = await intake(anArrival(bytes, { partner }), mended);
      assert.deepEqual([fates(again), again.copy], [["new"], first.copy]);
      assert.equal(await asideOf(first.copy), false);
      assert.deepEqual(fates(await intake(anArrival(bytes, { partner }), mended)), ["same"]);
      const events = await house.store.read.events.list("copy.taken-back", 100);
      assert.equal(events.filter(({ says }) => says["copy"] === first.copy).length, 1);
    });
  });
