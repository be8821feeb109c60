import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { aPartner } from "../../test/house/a-partner.ts";
import { databasesUnderTest, type TestDatabase } from "../../test/house/databases.ts";
import { head, raw, reply } from "../../test/house/fault-server.ts";
import { outboundHouse } from "../../test/house/outbound-house.ts";
import { systemClock } from "../base/clock.ts";
import { idsBy } from "../base/ids.ts";
import type { Store } from "../store/store.ts";
import { intake } from "./intake.ts";
import { openParseRoom } from "./parse-room.ts";
import { newSource } from "./poll-new-source.ts";
import type { PollRoom } from "./poll-room.ts";
import { pollSource } from "./poll-source.ts";
import type { WireRoom } from "./wire-room.ts";

const item = (at: number) =>
  `<item><guid>n-${at}</guid><title>Ferry ${at}</title><link>http://wire.example/${at}</link><description>The crossing opens in March.</description></item>`;
const feed = (...items: readonly number[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Nord</title>${items.map(item).join("")}</channel></rss>`;
const address = "http://wire.example/feed";

for (const database of databasesUnderTest())
  describe(`polling into ${database.name}`, () => {
    test("what a feed brings is filed once, and the source remembers its validators", async () => {
      await using house = await newsroomThatPolls(database);
      house.answer(reply({ body: feed(1, 2), headers: { etag: 'W/"é,1"' } }));
      assert.equal((await house.poll()).became, "new-copy");
      house.answer(raw(head(304)));
      assert.equal((await house.poll()).became, "nothing-new");
      house.answer(reply({ body: feed(3, 1, 2), headers: { etag: '"2"' } }));
      const third = await house.poll();
      assert.equal(third.became, "new-copy");
      assert.deepEqual(await house.store.read.sources.find("wire"), third.source);
      assert.equal((await house.filed()).length, 3);
    });

    test("a crash after filing and before the validators are kept files nothing twice", async () => {
      await using house = await newsroomThatPolls(database);
      house.answer(reply({ body: feed(1, 2), headers: { etag: '"1"' } }));
      const crashes = { ...house.room.store, together: () => Promise.reject(new Error("power cut")) };
      await assert.rejects(house.poll({ store: crashes }));
      assert.equal((await house.store.read.sources.find("wire"))?.etag, null);
      assert.equal((await house.poll()).became, "nothing-new");
      assert.equal((await house.filed()).length, 2);
      assert.equal((await house.store.read.sources.find("wire"))?.etag, '"1"');
    });
  });

async function newsroomThatPolls(database: TestDatabase) {
  const net = await outboundHouse();
  const { store, close } = await database.open();
  const ids = idsBy(systemClock);
  const wanted = {
    id: "wire",
    partner: "partner-1",
    address,
    everyMinutes: 30,
    section: null,
    publishes: false,
  };
  await store.together(async ({ partners, sources }) => {
    await partners.set(aPartner());
    await sources.set(newSource(wanted, systemClock.now()));
  });
  const wire = wireRoom(store);
  const room: PollRoom = {
    outbound: net.outbound,
    store,
    clock: systemClock,
    ids,
    chance: () => 0,
    intake: (copy) => intake(copy, wire),
  };
  return {
    store,
    room,
    answer: (script: Parameters<typeof net.server.scripts.set>[1]) => net.server.scripts.set("/feed", script),
    async poll(otherwise: Partial<PollRoom> = {}) {
      const source = await store.read.sources.find("wire");
      assert.ok(source !== undefined);
      return pollSource(source, { ...room, ...otherwise });
    },
    filed: () => store.read.wireItems.findByKeys("partner-1", ["n-1", "n-2", "n-3"]),
    async [Symbol.asyncDispose]() {
      await net.server.close();
      await close();
    },
  };
}

const parseRoom = openParseRoom({ idleMs: 100 });

const wireRoom = (store: Store): WireRoom<null> => ({
  store,
  clock: systemClock,
  ids: idsBy(systemClock),
  parseInChunks: parseRoom.parseInChunks,
  follow: async (_, filed) => filed.map(() => null),
});
