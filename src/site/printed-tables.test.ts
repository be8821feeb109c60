import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { aStory, aTaken } from "../../test/house/a-story.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import { printedTables } from "./printed-tables.ts";

for (const database of databasesUnderTest())
  describe(database.name, () => {
    test("copy of our own newsroom is printed as ours, a partner's as the partner's", async (t) => {
      const { store, close } = await database.open();
      t.after(async () => close());
      const ours = aStory({ taken: aTaken({ own: true }) });
      const theirs = aStory({ taken: aTaken() });
      await store.together(async ({ stories }) => stories.set(ours, theirs));
      const read = printedTables(store.read);
      const now = Date.UTC(2026, 10, 24);
      const cards = await read.stories.listVisible({ now, limit: 10 });
      const hits = await read.search.find({ text: "ferry", now, limit: 10 });
      const whole = [await read.stories.find(ours.id), await read.stories.find(theirs.id)];
      const found = [
        ...cards,
        ...hits.map(({ card }) => card),
        ...whole.filter((story) => story !== undefined),
      ];
      const namesPartner = (wanted: string) =>
        found.filter(({ id }) => id === wanted).map(({ taken }) => taken !== null);
      assert.deepEqual(namesPartner(ours.id), [false, false, false]);
      assert.deepEqual(namesPartner(theirs.id), [true, true, true]);
    });
  });
