import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { days } from "../../base/clock.ts";
import { aBody } from "../../../test/house/a-body.ts";
import { aStory } from "../../../test/house/a-story.ts";
import { databasesUnderTest } from "../../../test/house/databases.ts";
import type { FreshStore } from "../../../test/house/databases.ts";

const now = Date.UTC(2026, 10, 23, 8) + days(1);
const stories = {
  ferry: aStory({
    copy: { headline: "Ferry stays", standfirst: "", body: aBody("The town keeps its boat.") },
  }),
  passing: aStory({
    copy: { headline: "Budget agreed", standfirst: "", body: aBody("Roads, schools and the ferry.") },
  }),
  minister: aStory({
    copy: {
      headline: "Élysée welcomes Zelenskyy",
      body: aBody("Președintele a sosit în Łódź."),
      section: "politics",
    },
  }),
  tokyo: aStory({
    copy: { headline: "東京で地震", language: "ja", body: aBody("東京で大きな地震がありました。") },
  }),
  arabic: aStory({ copy: { headline: "ميناء جديد", language: "ar", body: aBody("افتتح الميناء اليوم") } }),
  hindi: aStory({ copy: { headline: "नया बंदरगाह", language: "hi", body: aBody("आज खुला") } }),
  odd: aStory({
    copy: {
      headline: "AT&T raises NEAR-term 100% target",
      body: aBody("A_B costs 5€ — “quoted” AND NOT bad"),
    },
  }),
};

for (const database of databasesUnderTest())
  describe(`${database.name}: search`, () => {
    let fresh: FreshStore;
    const find = async (text: string, more = {}) =>
      fresh.store.read.search.find({ text, now, limit: 10, ...more });
    const found = async (text: string, more = {}) => (await find(text, more)).map(({ card }) => card.id);
    before(async () => {
      fresh = await database.open();
      await fresh.store.together((tables) => tables.stories.set(...Object.values(stories)));
    });
    after(() => fresh.close());

    test("a word in the headline counts for more than one in the text", async () => {
      assert.deepEqual(await found("ferry"), [stories.ferry.id, stories.passing.id]);
    });

    test("all words must occur, in any order, small or large, with or without accents", async () => {
      assert.deepEqual(await found("FERRY schools"), [stories.passing.id]);
      assert.deepEqual(await found("ferry zelenskyy"), []);
      assert.deepEqual(await found("zelenskyy elysee"), [stories.minister.id]);
      assert.deepEqual(await found("Élysée"), [stories.minister.id]);
      assert.deepEqual(await found("presedintele"), [stories.minister.id]);
    });

    test("of a summary only what it shows is found and quoted, not the text behind it", async () => {
      const whole = aStory({ copy: { headline: "Pilchards return", body: aBody("The netmakers cheered.") } });
      await fresh.store.together((tables) => tables.stories.set(whole));
      assert.deepEqual(await found("netmakers"), [whole.id]);
      await fresh.store.together((tables) => tables.stories.set({ ...whole, form: "summary" }));
      assert.deepEqual(await found("netmakers"), []);
      const [hit] = await find("pilchards");
      assert.equal(hit?.card.id, whole.id);
      assert.doesNotMatch(hit.extract, /netmakers/);
    });

    test("writers are found by name", async () => {
      assert.ok((await found("Ines Calder")).includes(stories.ferry.id));
    });

    test("copy without blanks between words is found by a word out of it", async () => {
      assert.deepEqual(await found("地震"), [stories.tokyo.id]);
      assert.deepEqual(await found("震地"), []);
      assert.deepEqual(await found("ميناء"), [stories.arabic.id]);
      assert.deepEqual(await found("बंदरगाह"), [stories.hindi.id]);
    });

    test("what looks like an operator is only a word or nothing", async () => {
      for (const text of [
        '"NEAR"',
        "NEAR(raises term)",
        "raises AND NOT bad",
        "-near",
        "headline:near",
        "near^2",
        "100%",
      ])
        assert.equal(Array.isArray(await find(text)), true);
      assert.deepEqual(await found("AT&T"), [stories.odd.id]);
      assert.deepEqual(await found("near-term"), [stories.odd.id]);
      assert.deepEqual(await found("_"), []);
      assert.deepEqual(await found("%"), []);
      assert.deepEqual(await found('"*'), []);
      assert.deepEqual(await found(""), []);
      assert.deepEqual(await found("🙂"), []);
    });

    test("any text is a legal question", async () => {
      const hostile = fc.constantFrom(
        '"',
        "'",
        "*",
        "NEAR(",
        "-",
        ":",
        "^",
        "AND",
        "\0",
        "\\",
        ")",
        "{a}:",
        "&",
        "|",
        "!",
        "<->",
        "東",
        "é",
        " ",
        "ferry",
      );
      const text = fc.oneof(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.array(hostile, { maxLength: 12 }).map((parts) => parts.join("")),
      );
      await fc.assert(
        fc.asyncProperty(text, async (each) => void (await find(each, { section: each }))),
        { numRuns: 150 },
      );
      await find("ferry ".repeat(2000));
      await find("x".repeat(10_000));
    });

    test("a section narrows the search to itself and to no other of a like name", async () => {
      assert.deepEqual(await found("zelenskyy", { section: "politics" }), [stories.minister.id]);
      assert.deepEqual(await found("zelenskyy", { section: "world" }), []);
      assert.deepEqual(await found("zelenskyy", { section: "polit" }), []);
    });

    test("the extract shows the place of the words, marked, and nothing else is marked", async () => {
      const [hit] = await find("schools ferry", { limit: 1 });
      assert.equal(hit?.extract, "Roads, \u0001schools\u0002 and the \u0001ferry\u0002.");
      const [accents] = await find("presedintele lodz");
      assert.equal(accents?.extract.split("\u0001")[1]?.split("\u0002")[0], "Președintele");
    });

    test("an extract of a long story is short and shows the words", async () => {
      const long = `${"Nothing to see here. ".repeat(100)}A zeppelin landed. ${"Still nothing. ".repeat(100)}`;
      await fresh.store.together((tables) => tables.stories.set(aStory({ copy: { body: aBody(long) } })));
      const [hit] = await find("zeppelin");
      assert.match(hit?.extract ?? "", /^…[^…]*\u0001zeppelin\u0002[^…]*…$/);
      assert.ok((hit?.extract.length ?? 999) <= 250);
    });

    test("a story is found by its new words and no longer by the old ones; a killed one not at all", async () => {
      const story = aStory({ copy: { headline: "Quicksilver spilt", body: aBody("At the port.") } });
      const save = (each: typeof story) => fresh.store.together((tables) => tables.stories.set(each));
      await save(story);
      assert.deepEqual(await found("quicksilver"), [story.id]);
      await save({ ...story, copy: { ...story.copy, headline: "Mercury spilt" } });
      assert.deepEqual(await found("quicksilver"), []);
      assert.deepEqual(await found("mercury"), [story.id]);
      const killed = { status: "killed", killedAt: now, reason: "", publishedAt: now } as const;
      await save({ ...story, state: killed });
      assert.deepEqual(await found("mercury"), []);
    });

    test("stories of a big batch are found as soon as the store has caught up", async () => {
      const batch = Array.from({ length: 60 }, (_, at) =>
        aStory({ copy: { headline: `Batchword number ${at}` } }),
      );
      await fresh.store.together((tables) => tables.stories.set(...batch));
      await fresh.store.caughtUp();
      assert.equal((await found("batchword", { limit: 100 })).length, 60);
    });
  });
