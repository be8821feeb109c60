import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { correctStory } from "../../src/desk/actions/correct-story.ts";
import { publishStory } from "../../src/desk/actions/publish-story.ts";
import { attachPicture } from "../../src/server/attach-picture.ts";
import { pictureAddress } from "../../src/story/picture-address.ts";
import { aNinjs } from "../house/a-ninjs.ts";
import { databasesUnderTest, type FreshPlace } from "../house/databases.ts";
import { openPaper, type OpenPaper } from "../house/open-paper.ts";
import { aPhotograph } from "../house/seed-page.ts";
import { look, lookUntil, showing, surfacesOf } from "../house/surfaces.ts";

// CASES ACL-08, TIM-06 and T19; DESIGN, promises 2 and 3: what may not be shown is on no surface, within two seconds.

const within = 2000;
/** An agency service: everything may be listed everywhere. */
const agency = { preset: "agency" as const };

/** A story whose every part holds a word that stands nowhere else in the paper. */
function wordsOf(mark: string) {
  const words = ["head", "stand", "body", "writer", "topic", "mend"].map((part) => `${part}q${mark}`);
  const [head = "", stand = "", body = "", writer = "", topic = ""] = words;
  const ninjs = (more: Readonly<Record<string, unknown>> = {}) =>
    aNinjs({
      uri: `https://wire.example/${mark}`,
      by: `Mira ${writer}`,
      headlines: [{ role: "main", value: `The ${head} bridge opens to carts` }],
      descriptions: [{ role: "summary", contentType: "text/plain", value: `A ${stand} of many years` }],
      bodies: [
        {
          role: "main",
          contentType: "text/html",
          value: `<p>The keepers of the semaphore said ${body} on Monday.</p>`,
        },
      ],
      subjects: [{ name: "Shipping" }, { name: topic }],
      ...more,
    });
  return { words, ninjs, person: `mira-${writer}`, topic, mend: `A name was wrong: mendq${mark}.` };
}
type Marked = ReturnType<typeof wordsOf>;

for (const database of databasesUnderTest())
  describe(`what may not be shown, ${database.name}`, { timeout: 120_000 }, () => {
    let place: FreshPlace;
    let paper: OpenPaper;
    let beside: string;
    before(async () => {
      place = await database.place();
      const databaseUrl = place.options.databaseUrl ?? null;
      paper = await openPaper({ databaseUrl });
      beside = await paper.addressOf(
        await paper.takeOne(aNinjs({ uri: "https://wire.example/beside" }), agency),
      );
    });
    after(async () => {
      await paper?.[Symbol.asyncDispose]();
      await place?.remove();
    });

    /** A story live on every surface, with a picture, a correction where wished, and each page in the cache. */
    async function liveEverywhere(marked: Marked, { corrected }: { corrected: boolean }) {
      const story = await paper.takeOne(marked.ninjs(), agency);
      assert.deepEqual(await attachPicture(story, await aPhotograph(), paper.newsroom), []);
      const desk = await paper.newsroom.desk();
      if (corrected) await correctStory({ story, by: "editor", says: marked.mend }, desk);
      const kept = await paper.newsroom.store.read.stories.find(story);
      const picture = pictureAddress(kept?.copy.mainPicture?.picture ?? "", 320, "jpeg");
      const address = await paper.addressOf(story);
      const all = surfacesOf({
        address,
        section: "news",
        person: marked.person,
        partner: "harbour-wire",
        topic: marked.topic,
        search: "semaphore",
        beside,
      });
      const surfaces = corrected
        ? all
        : all.filter((path) => path !== "/corrections" && !path.endsWith("/changes"));
      const see = async () => look(paper, surfaces);
      // Search is written a moment after the story.
      const { seen } = await lookUntil(
        within,
        see,
        (each) => showing(each, marked.words).length === surfaces.length,
      );
      assert.deepEqual(showing(seen, marked.words), surfaces.toSorted());
      assert.equal((await paper.get(picture)).status, 200);
      const etag = (await paper.get(address)).headers.get("etag");
      return { story, address, picture, surfaces, see, etag };
    }

    test("a story its partner cancels is gone from every surface, and its page says when and why", async () => {
      const marked = wordsOf("kill");
      const { address, picture, see, etag } = await liveEverywhere(marked, { corrected: true });
      const ordered = performance.now();
      await paper.take(marked.ninjs({ version: "2", pubStatus: "canceled" }), agency);
      const { seen } = await lookUntil(within, see, (each) => showing(each, marked.words).length === 0);
      assert.deepEqual(showing(seen, marked.words), []);
      assert.ok(performance.now() - ordered < within);
      const [page] = await look(paper, [address]);
      assert.equal(page?.status, 410);
      assert.match(page?.text ?? "", /canceled/);
      assert.match(page?.text ?? "", /<time datetime="\d{4}-\d\d-\d\dt\d\d:\d\d/);
      for (const each of seen.filter(({ path }) => path.startsWith("/feed") || path.includes("sitemap")))
        assert.ok(!each.text.includes(address), each.path);
      assert.equal((await paper.get(picture)).status, 404);
      const again = await fetch(paper.origin + address, { headers: { "if-none-match": etag ?? "" } });
      assert.equal(again.status, 410);
    });

    test("a story its partner withholds is on no surface until it is sent again as usable", async () => {
      const marked = wordsOf("hold");
      const { address, see, surfaces } = await liveEverywhere(marked, { corrected: false });
      await paper.take(marked.ninjs({ version: "2", pubStatus: "withheld" }), agency);
      const { seen } = await lookUntil(within, see, (each) => showing(each, marked.words).length === 0);
      assert.deepEqual(showing(seen, marked.words), []);
      assert.ok([404, 410].includes((await paper.get(address)).status));
      await paper.take(marked.ninjs({ version: "3" }), agency);
      const back = await lookUntil(
        within,
        see,
        (each) => showing(each, marked.words).length === surfaces.length,
      );
      assert.deepEqual(showing(back.seen, marked.words), surfaces.toSorted());
    });

    test("a live story put under embargo is on no surface, and on all of them within two seconds of its end", async () => {
      const marked = wordsOf("turn");
      const { see, surfaces } = await liveEverywhere(marked, { corrected: false });
      const until = Date.now() + 2500;
      await paper.take(marked.ninjs({ version: "2", embargoed: new Date(until).toISOString() }), agency);
      const hidden = await lookUntil(1500, see, (each) => showing(each, marked.words).length === 0);
      assert.deepEqual(showing(hidden.seen, marked.words), []);
      assert.ok(Date.now() < until, "the test was too slow to see it hidden");
      const { seen } = await lookUntil(
        until + within - Date.now(),
        see,
        (each) => showing(each, marked.words).length === surfaces.length,
      );
      assert.deepEqual(showing(seen, marked.words), surfaces.toSorted());
    });

    for (const [name, held, code] of [
      ["a time to come", { embargoed: "2099-01-01T06:00:00Z" }, "under-embargo"],
      ["a date nobody can read", { embargoed: "when the minister has sat down" }, "embargo-unclear"],
      ["a note to the desk", { edNote: "STRICTLY EMBARGOED for the morning papers" }, "embargo-unclear"],
    ] as const)
      test(`copy embargoed by ${name} is on no surface, though it was to be published`, async () => {
        const marked = wordsOf(code === "under-embargo" ? "date" : "edNote" in held ? "note" : "odd");
        const story = await paper.takeOne(marked.ninjs(held), agency);
        const desk = await paper.newsroom.desk();
        const outcome = await publishStory({ story, by: "editor" }, desk);
        assert.ok("refusals" in outcome && outcome.refusals.some((each) => each.code === code));
        const day = new Date().toISOString().slice(0, 10).replaceAll("-", "/");
        const address = `/news/${day}/the-${marked.words[0]}-bridge-opens-to-carts`;
        const names = { person: marked.person, partner: "harbour-wire", topic: marked.topic };
        const seen = await look(
          paper,
          surfacesOf({ address, section: "news", search: "semaphore", beside, ...names }),
        );
        assert.deepEqual(showing(seen, marked.words), []);
        assert.equal(seen[0]?.status, 404);
      });

    test("copy whose embargo ends is published then, and is everywhere within two seconds", async () => {
      const marked = wordsOf("then");
      const until = Date.now() + 1200;
      const copy = marked.ninjs({ embargoed: new Date(until).toISOString() });
      const story = await paper.takeOne(copy, agency);
      const desk = await paper.newsroom.desk();
      assert.ok("refusals" in (await publishStory({ story, by: "editor" }, desk)));
      await new Promise((done) => setTimeout(done, until - Date.now() + 20));
      assert.ok(!("refusals" in (await publishStory({ story, by: "editor" }, desk))));
      const paths = [await paper.addressOf(story), "/", "/news", "/feed.xml", "/search?q=semaphore"];
      const { seen } = await lookUntil(
        within,
        async () => look(paper, paths),
        (each) => showing(each, marked.words).length === paths.length,
      );
      assert.deepEqual(showing(seen, marked.words), paths.toSorted());
    });
  });
