import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { aDesk } from "../test/house/a-desk.ts";
import { databasesUnderTest } from "../test/house/databases.ts";
import { partnerFor } from "./desk/actions/partner-for.ts";
import { publishStory } from "./desk/actions/publish-story.ts";
import type { AgreementPreset } from "./story/agreement.ts";
import { format } from "./wire/formats/pasted-page.ts";

// The page that started the project: what the desk says of it under each agreement.
const file = join(import.meta.dirname, "../../shared/seed/article-page.txt");
const skip = existsSync(file) ? false : "the seed page is not here";

test("the checks report the seed page's true faults and no others", { skip }, async (t) => {
  const { findings } = await seedUnder("contract", t);
  assert.deepEqual(findings.map(({ check, at }) => `${check} ${at}`).toSorted(), [
    "doubled-caption mainPicture/caption",
    "missing-source source/address",
    "name-spelt-two-ways body/13",
    "page-furniture body",
    "picture-without-file mainPicture",
    "stray-punctuation body/15",
    "video-without-file body/14",
  ]);
  const said = (check: string) => findings.find((finding) => finding.check === check)?.says ?? "";
  assert.match(said("name-spelt-two-ways"), /Zelenskyiy/);
  assert.match(said("stray-punctuation"), /Kushner, \./);
});

test("under a contract the seed page is published with all its faults said", { skip }, async (t) => {
  const { story, refusals } = await seedUnder("contract", t);
  assert.deepEqual([story.state.status, refusals], ["live", []]);
});

test(
  "under the open licence its words and lost links are refused, and the summary form is offered and published",
  { skip },
  async (t) => {
    const { story, refusals, desk } = await seedUnder("guardian-open", t);
    assert.equal(story.state.status, "draft");
    const codes = refusals.map(({ code }) => code);
    assert.ok(codes.includes("too-many-words") && codes.includes("links-unknown"), codes.join());
    assert.match(refusals.find(({ code }) => code === "too-many-words")?.helps ?? "", /summary/);
    const summary = await publishStory({ story: story.id, by: "ines", form: "summary" }, desk);
    assert.ok("story" in summary);
    assert.deepEqual([summary.story.state.status, summary.story.form], ["live", "summary"]);
  },
);

test("with no agreement it waits as a draft and says so", { skip }, async (t) => {
  const { story, refusals } = await seedUnder("ask-first", t);
  assert.equal(story.state.status, "draft");
  assert.deepEqual(
    refusals.map(({ code }) => code),
    ["not-agreed"],
  );
});

async function seedUnder(
  preset: Exclude<AgreementPreset, "custom">,
  t: { after(work: () => Promise<void>): void },
) {
  const parsed = format.parse({ text: readFileSync(file, "utf8"), contentType: "text/plain", address: null });
  const [first] = "items" in parsed ? parsed.items : [];
  if (first === undefined || !("item" in first)) throw new Error("The seed page could not be read.");
  const [embedded] = databasesUnderTest();
  if (!embedded) throw new Error("There is no database to test on.");
  const fresh = await embedded.open();
  t.after(async () => fresh.close());
  const { desk, arriveOne } = await aDesk(fresh.store);
  const guardian = await desk.store.together((tables) =>
    partnerFor({ name: "The Guardian", preset }, tables, desk.ids),
  );
  const { kept, findings, refusals } = await arriveOne(first.item, { partner: guardian, publishes: true });
  return { desk, story: kept, findings, refusals };
}
