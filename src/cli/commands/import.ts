import type { Followed } from "../../desk/actions/follow-versions.ts";
import { attachPicture } from "../../server/attach-picture.ts";
import type { Newsroom } from "../../server/newsroom.ts";
import { takeIn, type TakenIn } from "../../server/take-in.ts";
import { agreementPresets } from "../../story/agreement-presets.ts";
import type { ItemOutcome } from "../../wire/intake.ts";
import type { Command, Exit, Given } from "../command.ts";
import { fetchCopy } from "../fetch-copy.ts";
import { progressOf } from "../progress.ts";
import { findingsOf, publishAndReport } from "../publish-and-report.ts";
import { refuse } from "../refusals.ts";
import { reportStory, wordsOf, type ItemReport } from "../report-item.ts";
import { sayAnswer } from "../say-answer.ts";
import { wordOf } from "../word-of.ts";

export const command: Command = {
  name: "import",
  says: "Take copy in: pasted text, a page, a feed, ninjs, the Guardian's API",
  usage: "FILE|URL|- [--partner NAME] [--agreement PRESET] [--section NAME] [--picture FILE] [--publish]",
  options: {
    partner: { value: "NAME", says: "whose copy it is (as the copy says, else its host)" },
    agreement: {
      value: "PRESET",
      says: `for a partner without one yet: ${Object.keys(agreementPresets).join(", ")}`,
    },
    section: { value: "NAME", says: "where its stories belong unless the copy says; made where missing" },
    picture: { value: "FILE", says: "the file of the main picture" },
    publish: { says: "publish what the agreement and the checks allow" },
  },
  in: "newsroom",
  async run(given, newsroom) {
    const copy = await fetchCopy(
      wordOf(given, { command: "import", name: "FILE, URL or -" }),
      newsroom,
      given.terminal,
    );
    const file = given.text("picture");
    const picture = file === undefined ? null : await given.terminal.read(file, mostPicture);
    if (picture !== null) await assertPicture(picture);
    const taken = await takeIn(
      {
        ...copy,
        partner: given.text("partner") ?? null,
        preset: presetOf(given),
        section: given.text("section") ?? null,
        // With a picture to be put in, publishing comes after it.
        publishes: given.has("publish") && picture === null,
      },
      newsroom,
    );
    return report({ given, newsroom, picture }, taken);
  },
};

const mostPicture = 50 * 1024 * 1024;

// Before anything is taken in: a story without the picture that was to come with it would be half of what was asked.
async function assertPicture(bytes: Uint8Array): Promise<void> {
  const { measure } = await import("../../picture/measure.ts");
  await measure(bytes, { ours: false });
}

function presetOf(given: Given) {
  const name = given.text("agreement");
  if (name === undefined) return null;
  if (isPreset(name)) return name;
  throw refuse("agreement-unknown", { detail: { name, known: Object.keys(agreementPresets).join(", ") } });
}

const isPreset = (name: string): name is keyof typeof agreementPresets =>
  Object.hasOwn(agreementPresets, name);

type Import = { readonly given: Given; readonly newsroom: Newsroom; readonly picture: Uint8Array | null };

async function report(work: Import, { outcome }: TakenIn): Promise<Exit> {
  const { given } = work;
  if (outcome.became === "set-aside") {
    const { code, says } = outcome;
    if (given.has("json")) await sayAnswer(given, { ...nothing, refusals: [{ code, says }] }, "");
    await given.terminal.remark(`${says}\n`);
    return 1;
  }
  const bar = progressOf(given.terminal, { says: "stories", total: outcome.items.length });
  const reports: { report: ItemReport; headline: string }[] = [];
  for (const [at, item] of outcome.items.entries()) {
    reports.push(await reportItem(work, item, outcome.format));
    await bar.at(at + 1);
  }
  await bar.end();
  const all = reports.map((each) => each.report);
  const damage = outcome.damage === null ? [] : [outcome.damage];
  const words = [...reports.map((each) => wordsOf(each.report, each.headline)), ...damage].join("\n");
  await sayAnswer(given, all.length === 1 ? all[0] : all, words);
  return given.has("publish") && all.some(({ refusals }) => refusals.length > 0) ? 2 : 0;
}

const nothing: ItemReport = { id: null, url: null, status: null, format: null, warnings: [], refusals: [] };

async function reportItem({ given, newsroom, picture }: Import, item: ItemOutcome<Followed>, format: string) {
  if (item.became === "refused") {
    const refusals = [{ code: "item-unreadable", says: item.says }];
    return { report: { ...nothing, format, refusals }, headline: item.at };
  }
  const headline = item.item.headline || item.item.slugline;
  const { story: id, findings, refusals } = await followedNow(item.followed, newsroom);
  if (id !== null && picture !== null) {
    const refused = await attachPicture(id, picture, newsroom);
    const known = { format, refused, publishes: given.has("publish") };
    return { report: await publishAndReport(id, known, newsroom), headline };
  }
  const story = id === null ? undefined : await newsroom.store.read.stories.find(id);
  const report = await reportStory(story, { format, warnings: findings, refusals }, newsroom);
  // An order to kill what was never taken: there is no story, and the item stands as killed.
  return {
    report: story || item.item.status !== "killed" ? report : { ...report, status: "killed" as const },
    headline,
  };
}

// Copy that was here already changed nothing; what is to be mended in its story is said all the same.
async function followedNow(followed: Followed | null, newsroom: Newsroom) {
  if (followed === null) return { story: null, findings: [], refusals: [] };
  if (followed.did !== "nothing" || followed.story === null || followed.findings.length > 0) return followed;
  return { ...followed, findings: (await findingsOf(followed.story, newsroom)).findings };
}
