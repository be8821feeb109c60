import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { aStory } from "../../test/house/a-story.ts";
import { aPartner, anAgreement } from "../../test/house/a-partner.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { databasesUnderTest } from "../../test/house/databases.ts";
import type { FreshStore } from "../../test/house/databases.ts";
import type { Tables } from "./tables.ts";
import { emptyMemory, type Source } from "./tables/sources.ts";

const section = { slug: "world", name: "World", tone: "world", rank: 2, says: "" } as const;
const person = {
  id: "p1",
  slug: "desk",
  name: "Editors Desk",
  role: "",
  says: "",
  avatar: "art:desk",
  account: "house",
} as const;
const copy = {
  id: "copy-1",
  bytes: new Uint8Array([0, 255, 128, 10]),
  hash: "ab12",
  receivedAt: 5,
  origin: "standard input",
  contentType: null,
  address: "https://wire.example/feed",
  partner: "partner-1",
};
const picture = {
  id: "picture-1",
  hash: "cd34",
  type: "image/webp",
  width: 1200,
  height: 800,
  address: "https://wire.example/a.webp",
  credit: "T. Suárez",
  rights: "",
  addedAt: 7,
} as const;
const source: Source = {
  id: "source-1",
  partner: "partner-1",
  address: "https://wire.example/feed",
  everyMinutes: 15,
  section: null,
  publishes: false,
  etag: 'W/"a\u00e9"',
  lastModified: null,
  lastTriedAt: null,
  lastGoodAt: 3,
  lastItemAt: null,
  failures: 0,
  lastError: { code: "timed-out", says: "It did not answer.", at: 2 },
  nextTryAt: 9,
  paused: false,
  memory: emptyMemory,
};
const hostile = [
  "'; drop table stories; --",
  '" or 1=1',
  "\0",
  "%",
  "_",
  "\\",
  "$1",
  "?1",
  "ünïcode",
  "\ud800",
  "x".repeat(10_000),
];

for (const database of databasesUnderTest())
  describe(`${database.name}: tables`, () => {
    let fresh: FreshStore;
    let read: Tables;
    const write = (work: (tables: Tables) => Promise<void>) => fresh.store.together(work);
    before(async () => {
      fresh = await database.open();
      read = fresh.store.read;
    });
    after(() => fresh.close());

    test("bytes that came are kept as they came, and found by what they are", async () => {
      await write((tables) => tables.copies.add(copy));
      assert.deepEqual(await read.copies.find("copy-1"), copy);
      assert.deepEqual(await read.copies.findByHash("ab12"), { id: "copy-1", receivedAt: 5, why: null });
      assert.equal(await read.copies.findByHash("none"), undefined);
    });

    test("copy put aside is listed with the reason, newest first, without its bytes", async () => {
      await write(async ({ copies }) => {
        await copies.add({ ...copy, id: "copy-2", receivedAt: 6 });
        await copies.add({ ...copy, id: "copy-3", receivedAt: 7 });
        await copies.setAside("copy-2", "cut off in the middle");
        await copies.setAside("copy-3", "not news");
      });
      const { bytes: _bytes, ...known } = copy;
      const aside = await read.copies.listSetAside(5);
      assert.deepEqual(aside, [
        { ...known, id: "copy-3", receivedAt: 7, why: "not news", size: 4 },
        { ...known, id: "copy-2", receivedAt: 6, why: "cut off in the middle", size: 4 },
      ]);
      await write(({ copies }) => copies.setAside("copy-3", null));
      assert.deepEqual(
        (await read.copies.listSetAside(5)).map(({ id }) => id),
        ["copy-2"],
      );
    });

    test("partners are found by id, slug, and name whatever its case and blanks", async () => {
      const partner = aPartner({ agreement: anAgreement({ extent: { kind: "words", most: 500 } }) });
      await write((tables) => tables.partners.set(partner));
      await write((tables) => tables.partners.set({ ...partner, says: "Changed." }));
      const kept = { ...partner, says: "Changed." };
      assert.deepEqual(await read.partners.find(partner.id), kept);
      assert.deepEqual(await read.partners.findBySlug(partner.slug), kept);
      assert.deepEqual(await read.partners.findByName("  the   PARTNER "), kept);
      assert.deepEqual(await read.partners.list(), [kept]);
    });

    test("people, pictures, sections, sources and settings come back as they were set", async () => {
      await write(async ({ people, pictures, sections, sources, settings }) => {
        await people.set(person);
        await pictures.add(picture);
        await sections.set({ ...section, slug: "z", rank: 1 });
        await sections.set(section);
        await sources.set(source);
        await sources.set({ ...source, failures: 3 });
        await settings.set("paper", { name: "x" });
        await settings.set("paper", null);
      });
      assert.deepEqual(await read.people.find("p1"), person);
      assert.deepEqual(await read.people.findBySlug("desk"), person);
      assert.deepEqual(
        (await read.people.findMany(["p1", "none"])).map(({ id }) => id),
        ["p1"],
      );
      for (const found of [
        await read.pictures.find("picture-1"),
        await read.pictures.findByHash("cd34"),
        await read.pictures.findByAddress("https://wire.example/a.webp"),
      ])
        assert.deepEqual(found, picture);
      assert.deepEqual(
        (await read.sections.list()).map(({ slug }) => slug),
        ["z", "world"],
      );
      assert.deepEqual(await read.sections.find("world"), section);
      assert.deepEqual(await read.sources.findByAddress(source.address), { ...source, failures: 3 });
      assert.deepEqual(await read.sources.list(), [{ ...source, failures: 3 }]);
      assert.equal(await read.settings.find("paper"), null);
      assert.equal(await read.settings.find("none"), undefined);
    });

    test("revisions of a story are listed by number and found with their copy", async () => {
      const story = aStory();
      const revision = (number: number) => ({
        story: story.id,
        number,
        at: number,
        by: "desk",
        why: "edited",
        copy: story.copy,
      });
      await write(async (tables) => {
        await tables.revisions.add(revision(2), revision(1));
        await tables.stories.set(story);
      });
      const { copy: _copy, ...listed } = revision(1);
      assert.deepEqual((await read.revisions.list(story.id))[0], listed);
      assert.deepEqual(await read.revisions.find(story.id, 2), revision(2));
      assert.equal(await read.revisions.find(story.id, 3), undefined);
      await assert.rejects(
        write((tables) => tables.revisions.add({ ...revision(1), story: "no such story" })),
      );
    });

    test("events are listed as they happened, and by what happened newest first", async () => {
      const event = (id: string, at: number) => ({
        id,
        at,
        what: "story.taken",
        story: "s1",
        by: "desk",
        says: { at },
      });
      await write((tables) =>
        tables.events.add(event("e1", 1), event("e2", 2), { ...event("e3", 3), story: null }),
      );
      assert.deepEqual(await read.events.listOf("s1"), [event("e1", 1), event("e2", 2)]);
      assert.deepEqual(
        (await read.events.list("story.taken", 2)).map(({ id }) => id),
        ["e3", "e2"],
      );
    });

    test("500 versions are filed in one go, and found by keys", async () => {
      const version = (at: number) => ({
        id: `version-${at}`,
        wireItem: `item-${at}`,
        copy: "copy-1",
        format: "rss",
        receivedAt: at,
        hash: `hash-${at}`,
        item: aWireItem({ stableKey: `key-${at}` }),
        flagged: at % 2 === 0,
      });
      const filed = (at: number) => ({
        id: `item-${at}`,
        partner: "partner-1",
        stableKey: `key-${at}`,
        currentVersion: `version-${at}`,
        status: "usable" as const,
        section: null,
      });
      const all = Array.from({ length: 500 }, (_, at) => at);
      await write(async ({ wireItems }) => {
        await wireItems.set(...all.map(filed));
        await wireItems.addVersions(all.map(version));
        await wireItems.addVersions([{ ...version(7), id: "version-7b", receivedAt: 900 }]);
        await wireItems.set({ ...filed(7), currentVersion: "version-7b", status: "killed" });
      });
      const keys = all.map((at) => `key-${at}`);
      assert.equal((await read.wireItems.findByKeys("partner-1", keys)).length, 500);
      assert.deepEqual(await read.wireItems.findByKeys("partner-2", keys), []);
      assert.deepEqual(await read.wireItems.findByKeys("partner-1", []), []);
      assert.deepEqual(await read.wireItems.find("item-7"), {
        ...filed(7),
        currentVersion: "version-7b",
        status: "killed",
      });
      assert.deepEqual(await read.wireItems.findVersion("version-8"), version(8));
      const versions = await read.wireItems.listVersions(["item-7"]);
      assert.deepEqual(
        versions.map(({ id }) => id),
        ["version-7", "version-7b"],
      );
    });

    test("no text that is asked for is ever taken for a command", async () => {
      const now = 1;
      for (const text of hostile) {
        await read.stories.find(text);
        await read.stories.findByAddress({ section: text, day: text, slug: text });
        await read.stories.slugTaken({ section: text, day: text, slug: text }, text);
        await read.stories.listTakenFrom(text);
        for (const choice of [
          { section: text },
          { person: text },
          { topic: text },
          { partner: text },
          { exceptPartners: [text] },
        ])
          await read.stories.listVisible({ now, limit: 5, ...choice });
        await read.stories.listVisible({ now, limit: 5, after: { publishedAt: 1, id: text } });
        await read.partners.findByName(text);
        await read.people.findMany([text]);
        await read.wireItems.findByKeys(text, [text, text]);
        await read.wireItems.listVersions([text]);
        await read.settings.find(text);
        await read.search.find({ text, now, limit: 5, section: text });
      }
      assert.equal((await read.wireItems.findByKeys("partner-1", ["key-1"])).length, 1);
    });
  });
