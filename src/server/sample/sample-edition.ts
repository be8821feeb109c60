import { hours, type Clock } from "../../base/clock.ts";
import type { Desk } from "../../desk/desk.ts";
import { correctStory } from "../../desk/actions/correct-story.ts";
import { killStory } from "../../desk/actions/kill-story.ts";
import { publishStory } from "../../desk/actions/publish-story.ts";
import { writeChanges } from "../../desk/story-changes.ts";
import type { Body } from "../../story/body.ts";
import { bodyFromHtml } from "../../story/body-from-html.ts";
import type { PictureUse } from "../../story/picture.ts";
import type { StoryCopy } from "../../story/story.ts";
import type { Newsroom } from "../newsroom.ts";
import { takeIn } from "../take-in.ts";
import { readSamples, type Sample } from "./read-sample.ts";
import { hostOf, ninjsOf } from "./sample-copy.ts";
import { layOutPaper } from "./sample-paper.ts";

const by = "editors-desk";

/**
 * Fills an empty newsroom with an invented paper, so that the first page one opens is a page. Each story comes in as
 * copy of its partner, is drawn and titled by the desk, and published at an hour before now.
 */
export async function loadSampleEdition(newsroom: Newsroom): Promise<void> {
  const now = newsroom.clock.now();
  await newsroom.store.together(layOutPaper);
  const samples = (await readSamples()).toSorted((a, b) => b.hours - a.hours);
  for (const sample of samples) await printSample(sample, at(newsroom, now - hours(sample.hours)));
}

async function printSample(sample: Sample, room: Newsroom): Promise<void> {
  const story = await takeSample(sample, room);
  await drawSample(sample, story, room);
  const desk = await room.desk();
  await publishStory({ story, by }, desk);
  const later: Desk = { ...desk, clock: shifted(desk.clock, hours(0.5)) };
  if (sample.correction !== undefined) await correctStory({ story, by, says: sample.correction }, later);
  if (sample.killed !== undefined) await killStory({ story, by, reason: sample.killed }, later);
}

async function takeSample(sample: Sample, room: Newsroom): Promise<string> {
  const { outcome } = await takeIn(
    {
      bytes: ninjsOf(sample, room.clock.now()),
      origin: `the sample edition: ${sample.slugline}`,
      contentType: "application/json",
      address: `https://${hostOf(sample)}/${sample.slugline}`,
      partner: sample.partner ?? "The Harbour Courier",
      preset: null,
      section: sample.section,
      publishes: false,
    },
    room,
  );
  const [first] = outcome.became === "filed" ? outcome.items : [];
  const story = first === undefined || first.became === "refused" ? null : (first.followed?.story ?? null);
  if (story === null)
    throw new Error(`The sample story ${sample.slugline} did not become a draft: ${JSON.stringify(outcome)}`);
  return story;
}

/** What the desk adds: our headline, the drawing, the kind. */
async function drawSample(sample: Sample, id: string, { store, clock, ids }: Newsroom): Promise<void> {
  await store.together(async (tables) => {
    const before = await tables.stories.find(id);
    if (!before) return;
    const copy: StoryCopy = {
      ...before.copy,
      kind: sample.kind,
      headline: sample.headline,
      dateline: sample.dateline,
      mainPicture: pictureOf(sample),
      body: bodyOf(sample),
    };
    const address = `https://${hostOf(sample)}/${sample.slugline}`;
    const taken = before.taken && { ...before.taken, address };
    const after = { ...before, copy, taken, edited: true, revision: before.revision + 1 };
    await writeChanges(tables, [{ before, after, what: "story.edited", by, says: {} }], { clock, ids });
  });
}

function pictureOf({ picture }: Sample): PictureUse | null {
  if (picture === undefined) return null;
  const { art, alt, caption, credit } = picture;
  return {
    picture: `art:${art}`,
    address: null,
    alt,
    caption,
    credit,
    rights: null,
    width: 1200,
    height: 800,
  };
}

/** The text as ours, without what we cut; the film of the quay has a drawing for its still. */
function bodyOf(sample: Sample): Body {
  const { body } = bodyFromHtml(sample.html, { base: `https://${hostOf(sample)}/` });
  const content = body.content.map((block) =>
    block.type === "video"
      ? { ...block, attrs: { ...block.attrs, poster: "art:barrier", credit: "Film: Northern Wire" } }
      : block,
  );
  return { ...body, content };
}

const shifted = (clock: Clock, ahead: number): Clock => ({ ...clock, now: () => clock.now() + ahead });

/** The newsroom as it was at another time: only its clock differs. */
function at(newsroom: Newsroom, instant: number): Newsroom {
  const started = newsroom.clock.now();
  const clock: Clock = { ...newsroom.clock, now: () => instant + (newsroom.clock.now() - started) };
  return { ...newsroom, clock, desk: async () => ({ ...(await newsroom.desk()), clock }) };
}
