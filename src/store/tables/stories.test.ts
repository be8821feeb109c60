import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hours, days } from "../../base/clock.ts";
import type { StoryCard } from "../../story/story.ts";
import { aStory, aTaken, live } from "../../../test/house/a-story.ts";
import { databasesUnderTest } from "../../../test/house/databases.ts";
import type { FreshStore } from "../../../test/house/databases.ts";
import type { Store } from "../store.ts";

const morning = Date.UTC(2026, 10, 23, 8);
const later = morning + days(30);
const idsOf = (cards: readonly Pick<StoryCard, "id">[]) => cards.map(({ id }) => id);

for (const database of databasesUnderTest())
  describe(`${database.name}: stories`, () => {
    let fresh: FreshStore;
    let store: Store;
    const save = (...stories: Parameters<Store["read"]["stories"]["set"]>) =>
      store.together((tables) => tables.stories.set(...stories));
    before(async () => {
      fresh = await database.open({
        dayOf: (instant) => new Date(instant + hours(5)).toISOString().slice(0, 10),
      });
      store = fresh.store;
    });
    after(() => fresh.close());

    test("a story comes back as it was saved, letter for letter", async () => {
      const story = aStory({
        copy: { headline: "NUL \0, half a pair \ud800, عربي, 東京, 🙂 'quoted' \"twice\"" },
        taken: aTaken(),
        embargo: { kind: "unclear", says: "not before the minister speaks" },
        held: "",
        corrections: [{ at: morning, says: "The ferry has two decks.", changesSense: true }],
      });
      await save(story);
      assert.deepEqual(await store.read.stories.find(story.id), story);
      assert.equal(await store.read.stories.find("no such id"), undefined);
    });

    test("its public address is of the day of first publication in the paper's time zone, for ever", async () => {
      const late = Date.UTC(2026, 10, 23, 22);
      const story = aStory({ slug: "late-ferry", state: live(late) });
      const address = { section: "world", day: "2026-11-24", slug: "late-ferry" };
      await save(story);
      assert.equal((await store.read.stories.findByAddress(address))?.id, story.id);
      await save({ ...story, state: live(late + days(3)) });
      assert.equal((await store.read.stories.findByAddress(address))?.id, story.id);
      const killed = { status: "killed", killedAt: later, reason: "by order", publishedAt: late } as const;
      await save({ ...story, state: killed });
      assert.deepEqual((await store.read.stories.findByAddress(address))?.state, killed);
      await save({ ...story, state: { status: "draft" } });
      assert.equal((await store.read.stories.findByAddress(address))?.id, story.id);
    });

    test("a draft has no public address, and an address that is taken is known", async () => {
      const address = { section: "life", day: "2026-11-23", slug: "soup" };
      const draft = aStory({ slug: "soup", copy: { section: "life" }, state: { status: "draft" } });
      await save(draft);
      assert.equal(await store.read.stories.findByAddress(address), undefined);
      assert.equal(await store.read.stories.slugTaken(address, "another"), false);
      await save({ ...draft, state: live(morning) });
      assert.equal(await store.read.stories.slugTaken(address, "another"), true);
      assert.equal(await store.read.stories.slugTaken(address, draft.id), false);
      const second = aStory({ slug: "soup", copy: { section: "life" }, state: live(morning + 1) });
      await assert.rejects(save(second), { code: "address-taken" });
      await save({ ...second, copy: { ...second.copy, section: "culture" } });
    });

    test("lists show cards newest first, page after page, none twice and none left out", async () => {
      const stories = Array.from({ length: 70 }, (_, at) =>
        // Two stories of one instant each: the id decides.
        aStory({ copy: { section: "sport" }, state: live(morning + Math.floor(at / 2) * 1000) }),
      );
      await save(...stories);
      const seen: string[] = [];
      for (let page = await first(); page.length > 0;) {
        seen.push(...idsOf(page));
        const last = page.at(-1);
        assert.ok(last);
        page = await first({ after: { publishedAt: last.publishedAt, id: last.id } });
      }
      const expected = stories.toSorted(
        (one, other) => when(other) - when(one) || (one.id < other.id ? 1 : -1),
      );
      assert.deepEqual(seen, idsOf(expected));
      assert.equal(await store.read.stories.countVisible({ now: later, section: "sport" }), 70);

      function first(more = {}) {
        return store.read.stories.listVisible({ now: later, limit: 20, section: "sport", ...more });
      }
    });

    test("a card says what a list shows, with the minutes it takes to read", async () => {
      const story = aStory({ copy: { section: "cards" }, taken: aTaken({ partner: "p-cards" }) });
      await save(story);
      const [card] = await store.read.stories.listVisible({ now: later, limit: 5, section: "cards" });
      const { kind, section, language, headline, standfirst, byline, mainPicture, topics } = story.copy;
      const shown = { kind, section, language, headline, standfirst, byline, mainPicture, topics };
      const { id, slug, taken, form } = story;
      const times = { publishedAt: when(story), updatedAt: when(story), minutes: 1 };
      assert.deepEqual(card, { id, slug, taken, form, ...shown, ...times });
    });

    test("stories are listed by writer, topic and partner, and leave the list when they no longer belong", async () => {
      const ines = { name: "Inés Calderón", place: "Port Ansel", role: null };
      const story = aStory({
        copy: { byline: [ines, ines], topics: ["Sea Travel"] },
        taken: aTaken({ partner: "p9" }),
      });
      const lists = () =>
        Promise.all(
          [
            { person: "ines-calderon" },
            { topic: "sea-travel" },
            { partner: "p9" },
            { person: "ines-calderon", topic: "sea-travel" },
          ].map(async (choice) =>
            idsOf(await store.read.stories.listVisible({ now: later, limit: 9, ...choice })),
          ),
        );
      await save(story);
      assert.deepEqual(await lists(), [[story.id], [story.id], [story.id], [story.id]]);
      assert.equal(await store.read.stories.countVisible({ now: later, person: "ines-calderon" }), 1);
      await save({ ...story, copy: { ...story.copy, byline: [], topics: [] }, taken: null });
      assert.deepEqual(await lists(), [[], [], [], []]);
    });

    test("a list leaves out partners it is told to, and what is older than it is told", async () => {
      const own = aStory({ copy: { section: "mix" }, state: live(morning) });
      const theirs = aStory({
        copy: { section: "mix" },
        state: live(morning + 1),
        taken: aTaken({ partner: "p1" }),
      });
      const others = aStory({
        copy: { section: "mix" },
        state: live(morning + 2),
        taken: aTaken({ partner: "p2" }),
      });
      await save(own, theirs, others);
      const list = async (more: object) =>
        idsOf(await store.read.stories.listVisible({ now: later, limit: 9, section: "mix", ...more }));
      assert.deepEqual(await list({ exceptPartners: ["p1"] }), [others.id, own.id]);
      assert.deepEqual(await list({ exceptPartners: [] }), [others.id, theirs.id, own.id]);
      assert.deepEqual(await list({ since: morning + 1 }), [others.id, theirs.id]);
    });

    test("what was taken from a wire item is found, whatever its state", async () => {
      const one = aStory({ taken: aTaken({ wireItem: "w7" }), state: { status: "draft" } });
      const two = aStory({ taken: aTaken({ wireItem: "w7" }), held: "withheld" });
      await save(one, two, aStory({ taken: aTaken({ wireItem: "w8" }) }));
      assert.deepEqual(idsOf(await store.read.stories.listTakenFrom("w7")), [one.id, two.id]);
    });

    test("corrected stories are listed by their newest correction, hidden ones not at all", async () => {
      const says = (at: number) => ({ at, says: "It was Tuesday.", changesSense: false });
      const first = aStory({ corrections: [says(later + 5)] });
      const second = aStory({ corrections: [says(later + 1), says(later + 9), says(later + 3)] });
      const held = aStory({ corrections: [says(later + 20)], held: "lawyers" });
      await save(first, second, held);
      const listed = idsOf(await store.read.stories.listCorrected(later, 2));
      assert.deepEqual(listed, [second.id, first.id]);
    });

    test("drafts are listed newest first", async () => {
      const filed = [3, 1, 2].map((at) => aStory({ state: { status: "filed" }, createdAt: morning + at }));
      await save(...filed);
      const listed = await store.read.stories.listByStatus("filed", 2);
      assert.deepEqual(
        listed.map(({ createdAt }) => createdAt - morning),
        [3, 2],
      );
    });

    test("of one story saved twice in a batch the later counts", async () => {
      const story = aStory();
      await save(story, { ...story, revision: 2 });
      assert.equal((await store.read.stories.find(story.id))?.revision, 2);
    });

    test("an embargo that is no number is refused, since it would hold nothing", async () => {
      for (const until of [Number.NaN, Number.POSITIVE_INFINITY])
        await assert.rejects(save(aStory({ embargo: { kind: "until", until } })));
    });
  });

const when = ({ state }: ReturnType<typeof aStory>) => (state.status === "live" ? state.publishedAt : 0);
