import assert from "node:assert/strict";
import { test } from "node:test";
import { aCopyOf, anArrival, anIntakeHouse } from "../../test/house/an-intake.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { aPartner } from "../../test/house/a-partner.ts";
import { systemClock } from "../base/clock.ts";
import { openStore } from "../store/open.ts";
import { intake } from "./intake.ts";

for (const database of databasesUnderTest())
  test(`${database.name}: as many newsrooms as may share a database take one feed at once and make each item once`, async () => {
    const place = await database.place();
    const { databaseUrl } = place.options;
    const first = await openStore(place.options);
    // The embedded database belongs to one process and one store.
    const second = databaseUrl === undefined ? first : await openStore({ clock: systemClock, databaseUrl });
    const partner = aPartner();
    await first.together(async (tables) => tables.partners.set(partner));
    const keys = Array.from({ length: 600 }, (_, at) => `key ${at}`);
    const feed = aCopyOf(
      ...keys.map((stableKey) => ({
        stableKey,
        headline: `Notice ${stableKey}`,
        source: { name: null, address: `https://harbour.example/${stableKey}` },
      })),
    );
    const houses = [first, second, first, second].map((store) => anIntakeHouse(store));
    const outcomes = await Promise.all(houses.map((house) => intake(anArrival(feed, { partner }), house)));
    assert.equal(new Set(outcomes.map(({ copy }) => copy)).size, 1);
    const made = outcomes.flatMap((each) =>
      each.became === "filed" ? each.items.filter(({ became }) => became === "new") : [],
    );
    assert.equal(made.length, keys.length);
    const found = await second.read.wireItems.findByKeys(partner.id, keys);
    assert.equal((await second.read.wireItems.listVersions(found.map(({ id }) => id))).length, keys.length);
    if (second !== first) await second.close();
    await first.close();
    await place.remove();
  });
