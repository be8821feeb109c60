import assert from "node:assert/strict";
import { test } from "node:test";
import { aPartner } from "../../test/house/a-partner.ts";
import { aTakenStory } from "../../test/house/a-story.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import type { Block } from "../story/body.ts";
import { applyVersion } from "./apply-version.ts";

const use = {
  picture: null,
  address: "https://harbour.example/p.jpg",
  alt: "A ferry",
  caption: "",
  credit: "X",
  rights: null,
  width: null,
  height: null,
};
const facts = {
  id: "story-1",
  wireItem: "wire-1",
  version: "version-2",
  partner: aPartner(),
  section: "sport",
  handledBy: "person-1",
  language: "en",
  now: 50,
};

test("a newer version keeps the files of pictures that come again, in the text too", () => {
  const inText: Block = { type: "quote", attrs: { cite: "" }, content: [{ type: "picture", attrs: use }] };
  const item = aWireItem({ mainPicture: use, body: { type: "doc", content: [inText] } });
  const story = aTakenStory(item);
  const withFile = { ...use, picture: "01", width: 800, height: 600 };
  const kept = { ...story, copy: { ...story.copy, mainPicture: withFile } };
  const after = applyVersion(kept, { ...item, headline: "Newer" }, facts);
  assert.deepEqual(after.copy.mainPicture, withFile);
  assert.deepEqual(after.copy.body.content, [{ ...inText, content: [{ type: "picture", attrs: withFile }] }]);
});

test("a picture whose file the desk gave stays with a newer version, unless that shows another one", () => {
  const placeholder = { ...use, address: null, caption: "The ferry at noon" };
  const given = { ...placeholder, picture: "01", width: 800, height: 600 };
  const item = aWireItem({ mainPicture: placeholder });
  const story = aTakenStory(item);
  const now = { ...story, copy: { ...story.copy, mainPicture: given } };
  const after = (mainPicture: typeof use | typeof placeholder | null) =>
    applyVersion(now, { ...item, headline: "Newer", mainPicture }, facts).copy.mainPicture;
  const other = { ...placeholder, caption: "The quay at night" };

  assert.deepEqual(after(placeholder), given);
  assert.deepEqual([after(other), after(use), after(null)], [other, use, null]);

  const ours = { ...given, caption: "" };
  const bare = { ...story, copy: { ...story.copy, mainPicture: ours } };
  assert.deepEqual(applyVersion(bare, { ...item, mainPicture: null }, facts).copy.mainPicture, ours);
});

test("a version with the same words raises no revision and no hour, and is remembered as seen", () => {
  const item = aWireItem();
  const state = { status: "live", publishedAt: 1, updatedAt: 1 } as const;
  const story = aTakenStory(item, { state });
  const after = applyVersion(story, item, facts);
  assert.deepEqual([after.revision, after.state, after.taken?.version], [1, state, "version-2"]);
});

test("the section stays, and with it the address", () => {
  assert.equal(
    applyVersion(aTakenStory(aWireItem()), aWireItem({ section: "Sport" }), facts).copy.section,
    "news",
  );
});
