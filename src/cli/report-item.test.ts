import assert from "node:assert/strict";
import { test } from "node:test";
import { aNewsroom } from "../../test/house/newsroom.ts";
import { publishRefusal } from "../story/publishing-refusals.ts";
import { reportStory } from "./report-item.ts";

test("a refusal is reported with what would help, in the two fields of the contract", async () => {
  const { newsroom, close } = await aNewsroom();
  const refused = publishRefusal("text-missing");
  const { refusals } = await reportStory(
    undefined,
    { format: "rss", warnings: [], refusals: [refused] },
    newsroom,
  );
  assert.deepEqual(refusals, [{ code: "text-missing", says: `${refused.says} ${refused.helps}` }]);
  await close();
});
