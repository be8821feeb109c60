import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { PictureUse } from "../../story/picture.ts";
import type { Story } from "../../story/story.ts";
import { aBody } from "../../../test/house/a-body.ts";
import { aStory } from "../../../test/house/a-story.ts";
import { databasesUnderTest } from "../../../test/house/databases.ts";
import type { FreshStore } from "../../../test/house/databases.ts";

const now = Date.UTC(2026, 10, 23, 12);
const use = (picture: string): PictureUse => ({
  picture,
  address: null,
  alt: "",
  caption: "",
  credit: "",
  rights: null,
  width: 1200,
  height: 800,
});
const showing = (picture: string, rest: Partial<Omit<Story, "copy">> = {}) =>
  aStory({ ...rest, copy: { mainPicture: use(picture) } });
const killed = { status: "killed", killedAt: now, reason: "order", publishedAt: now - 1 } as const;

for (const database of databasesUnderTest())
  describe(`${database.name}: pictures`, () => {
    let fresh: FreshStore;
    before(async () => {
      fresh = await database.open();
    });
    after(() => fresh.close());
    const set = async (...stories: Story[]) =>
      fresh.store.together(async (tables) => tables.stories.set(...stories));
    const isShown = (picture: string, at = now) => fresh.store.read.pictures.isShown(picture, at);

    test("a picture is public as long as a visible story shows it", async () => {
      const story = showing("one");
      await set(story);
      assert.equal(await isShown("one"), true);
      for (const hidden of [
        { state: killed },
        { held: "withheld" },
        { state: { status: "draft" as const } },
        { embargo: { kind: "unclear" as const, says: "soon" } },
        { embargo: { kind: "until" as const, until: now + 1 } },
        { staysUntil: now },
        { form: "summary" as const },
      ]) {
        await set({ ...story, ...hidden });
        assert.equal(await isShown("one"), false, JSON.stringify(hidden));
        await set(story);
        assert.equal(await isShown("one"), true);
      }
    });

    test("it comes with the end of the embargo, by the clock alone", async () => {
      await set(showing("turning", { embargo: { kind: "until", until: now } }));
      assert.deepEqual([await isShown("turning", now - 1), await isShown("turning")], [false, true]);
    });

    test("one that two stories show stays while either of them does", async () => {
      const [first, second] = [showing("both"), showing("both")];
      await set(first, second);
      await set({ ...first, state: killed });
      assert.equal(await isShown("both"), true);
      await set({ ...second, state: killed });
      assert.equal(await isShown("both"), false);
    });

    test("pictures of the text count, and one taken out no longer does", async () => {
      const inText: Story = aStory({
        copy: { body: { type: "doc", content: [{ type: "picture", attrs: use("inside") }] } },
      });
      await set(inText);
      assert.equal(await isShown("inside"), true);
      await set({ ...inText, copy: { ...inText.copy, body: aBody("None.") } });
      assert.equal(await isShown("inside"), false);
    });

    test("a face is public with the page of its person, and nothing else is", async () => {
      const person = { id: "p", slug: "p", name: "P", role: "", says: "", account: null };
      await fresh.store.together(async ({ people }) => people.set({ ...person, avatar: "face" }));
      assert.equal(await isShown("face"), true);
      assert.equal(await isShown("nobody-has-it"), false);
    });
  });
