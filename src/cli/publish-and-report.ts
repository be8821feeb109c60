import { judgeStory } from "../desk/judge-story.ts";
import { sourceOf } from "../desk/get-story.ts";
import { publishStory } from "../desk/actions/publish-story.ts";
import type { Newsroom } from "../server/newsroom.ts";
import { reportStory, type ItemReport } from "./report-item.ts";

type Known = {
  readonly format: string;
  /** Why a picture given for it was not kept. */
  readonly refused: ItemReport["refusals"];
  readonly publishes: boolean;
};

/** Judges a story as it stands, publishes it where that is asked for and allowed, and reports. */
export async function publishAndReport(id: string, known: Known, newsroom: Newsroom): Promise<ItemReport> {
  const desk = await newsroom.desk();
  const published = known.publishes ? await publishStory({ story: id, by: "command line" }, desk) : null;
  const judged = published ?? (await findingsOf(id, newsroom));
  const refusals = published !== null && "refusals" in published ? published.refusals : [];
  const story = await newsroom.store.read.stories.find(id);
  const facts = {
    format: known.format,
    warnings: judged.findings,
    refusals: [...known.refused, ...refusals],
  };
  return reportStory(story, facts, newsroom);
}

/** What the checks and the agreement say of a story now. */
export async function findingsOf(id: string, { store, desk, clock }: Newsroom) {
  const story = await store.read.stories.find(id);
  if (story === undefined) return { findings: [], refusals: [] };
  const partner =
    story.taken === null ? null : ((await store.read.partners.find(story.taken.partner)) ?? null);
  const source = await sourceOf(story, store.read);
  return judgeStory({ story, partner, source, now: clock.now() }, (await desk()).checks);
}
