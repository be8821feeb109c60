import assert from "node:assert/strict";
import { test } from "node:test";
import { lookEdition, lookPaper } from "../../../test/house/look-edition.ts";
import { show, siteOf } from "../../../test/house/look-site.ts";

const unsaid = {
  place: "",
  established: "",
  says: "",
  owner: "",
  correctionsPolicy: "",
  adsPolicy: "",
  editor: "",
};

async function frontOf(paper: typeof lookPaper): Promise<string> {
  const page = await show("/", siteOf(lookEdition, { paper }));
  return "text" in page ? page.text : "";
}

test("a newsroom that has not said who it is shows no heading without words and no sentence with a hole", async () => {
  const page = await frontOf({ ...lookPaper, ...unsaid, name: "The Valley" });
  const text = page.replace(/<style>[^]*?<\/style>/, "");

  assert.doesNotMatch(text, /Established|Editor:|Who owns us|Advertising/);
  assert.doesNotMatch(text, /<p>\s*<\/p>|, ?\.|The Valley: ?</);
  assert.match(text, />The Valley\.</);
});

test("what a newsroom says of itself stands at the foot of its pages", async () => {
  const text = await frontOf(lookPaper);

  for (const words of [
    lookPaper.place,
    `Established ${lookPaper.established}.`,
    `Editor: ${lookPaper.editor}.`,
  ])
    assert.ok(text.includes(words), words);
});
