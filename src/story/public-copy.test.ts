import assert from "node:assert/strict";
import { test } from "node:test";
import { aBody } from "../../test/house/a-body.ts";
import { aStory } from "../../test/house/a-story.ts";
import { publicCopy } from "./public-copy.ts";

const mainPicture = {
  picture: "one",
  address: null,
  alt: "",
  caption: "",
  credit: "",
  rights: null,
  width: 9,
  height: 9,
};

test("a full story is shown as it is, a summary without picture and text", () => {
  const story = aStory({ copy: { mainPicture, body: aBody("The text.") } });
  assert.equal(publicCopy(story), story.copy);
  const { mainPicture: picture, body, ...rest } = publicCopy({ ...story, form: "summary" });
  assert.deepEqual([picture, body.content], [null, []]);
  const { mainPicture: _, body: __, ...words } = story.copy;
  assert.deepEqual(rest, words);
});
