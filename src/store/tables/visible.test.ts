import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Story } from "../../story/story.ts";
import { isVisible } from "../../story/visibility.ts";
import { aStory } from "../../../test/house/a-story.ts";
import { databasesUnderTest } from "../../../test/house/databases.ts";
import type { FreshStore } from "../../../test/house/databases.ts";

// Few instants, so that before, at and after all occur.
const instant = fc.integer({ min: 1, max: 6 });
const state: fc.Arbitrary<Story["state"]> = fc.oneof(
  fc.constantFrom("draft", "filed", "subbed").map((status) => ({ status })),
  {
    arbitrary: instant.map((at) => ({ status: "live" as const, publishedAt: at, updatedAt: at })),
    weight: 5,
  },
  fc.constant({ status: "spiked" as const, reason: "dull" }),
  instant.map((at) => ({ status: "killed" as const, killedAt: at, reason: "order", publishedAt: at })),
);
const story = fc
  .record({
    state,
    embargo: fc.oneof(
      fc.constant(null),
      instant.map((until) => ({ kind: "until" as const, until })),
      instant.map((until) => ({ kind: "until" as const, until: until + 0.5 })),
      fc.constant({ kind: "unclear" as const, says: "when the court has sat" }),
    ),
    held: fc.oneof({ arbitrary: fc.constant(null), weight: 3 }, fc.constantFrom("", "rights")),
    staysUntil: fc.oneof(
      fc.constant(null),
      instant,
      instant.map((until) => until + 0.5),
    ),
  })
  .map((part) =>
    aStory({ ...part, copy: { section: "rule", byline: [{ name: "Ann", place: null, role: null }] } }),
  );

for (const database of databasesUnderTest())
  describe(`${database.name}: the visible rule`, () => {
    let fresh: FreshStore;
    before(async () => {
      fresh = await database.open();
    });
    after(() => fresh.close());

    test("lists, counts, search and turns agree with the one rule for any stories at any time", async () => {
      const { store } = fresh;
      await fc.assert(
        fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 12 }), async (stories) => {
          await clear();
          await store.together((tables) => tables.stories.set(...stories));
          await store.caughtUp();
          for (let now = 0; now <= 8; now += 1) await agree(stories, now);
          for (const [from, to] of [
            [0, 8],
            [1, 3],
            [3, 4],
          ] as const)
            await agreeOnTurns(stories, { from, to });
          known.push(...stories);
        }),
        { numRuns: 25 },
      );

      async function agree(stories: readonly Story[], now: number) {
        const visible = stories
          .filter((each) => isVisible(each, now))
          .map(({ id }) => id)
          .toSorted();
        const { read } = store;
        const ask = { now, limit: 100 };
        const lists = [
          await read.stories.listVisible(ask),
          await read.stories.listVisible({ ...ask, section: "rule" }),
          await read.stories.listVisible({ ...ask, person: "ann" }),
          (await read.search.find({ ...ask, text: "ferry" })).map(({ card }) => card),
        ];
        for (const list of lists) assert.deepEqual(list.map(({ id }) => id).toSorted(), visible);
        assert.equal(await read.stories.countVisible({ now }), visible.length);
        const turns = [1, 2, 3, 4, 5, 6, 7].filter(
          (at) => at > now && stories.some((each) => turnsAt(each, at)),
        );
        assert.equal(await read.stories.nextTurn(now), turns[0] ?? null);
      }

      async function agreeOnTurns(stories: readonly Story[], { from, to }: { from: number; to: number }) {
        const instants = Array.from({ length: to - from }, (_, at) => from + 1 + at);
        const turned = stories.filter((each) => instants.some((at) => turnsAt(each, at)));
        assert.deepEqual(
          await store.read.stories.listTurned(from, to),
          turned.map(({ id }) => id).toSorted(),
        );
      }

      // What earlier runs left is put out of sight by spiking it.
      async function clear() {
        const spiked = known
          .splice(0)
          .map((each) => ({ ...each, state: { status: "spiked" as const, reason: "" } }));
        await store.together((tables) => tables.stories.set(...spiked));
      }
    });
  });

const known: Story[] = [];
const turnsAt = (each: Story, at: number) => isVisible(each, at - 1) !== isVisible(each, at);
