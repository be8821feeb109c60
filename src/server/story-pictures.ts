import type { Instant } from "../base/clock.ts";
import type { Followed } from "../desk/actions/follow-versions.ts";
import { writeChanges } from "../desk/story-changes.ts";
import type { MissingPicture } from "../picture/fetch-pictures.ts";
import type { Tables } from "../store/tables.ts";
import type { Agreement } from "../story/agreement.ts";
import { picturesOf } from "../story/body-parts.ts";
import type { Filed } from "../story/filed.ts";
import type { PictureUse } from "../story/picture.ts";
import type { StoryCopy } from "../story/story.ts";
import type { Newsroom } from "./newsroom.ts";

const pictureJob = "fetch-pictures";

type Batch = {
  readonly filed: readonly Filed[];
  readonly followed: readonly Followed[];
  readonly agreement: Agreement;
  readonly now: Instant;
};

/** Has the pictures of taken and updated stories fetched after this transaction, where the agreement lets us have them. */
export async function addPictureJobs(
  tables: Tables,
  { filed, followed, agreement, now }: Batch,
): Promise<void> {
  if (agreement.pictures !== "allowed") return;
  const wanting = followed.flatMap(({ story, did }, at) => {
    const item = filed[at]?.item;
    const brings = did === "taken" || did === "updated";
    return story !== null && item !== undefined && brings && lacksPictures(item) ? [story] : [];
  });
  if (wanting.length > 0)
    await tables.jobs.add(...wanting.map((key) => ({ kind: pictureJob, key, dueAt: now })));
}

/** What came of it. `changed`: the story changed while its pictures travelled, so it is to be tried again. */
export type PicturesOutcome = { readonly missing: readonly MissingPicture[]; readonly changed: boolean };

/** Fetches and keeps the pictures a story lacks, and puts them in. A story that was killed meanwhile is left alone. */
export async function fetchStoryPictures(id: string, newsroom: Newsroom): Promise<PicturesOutcome> {
  const { fetchPictures } = await import("../picture/fetch-pictures.ts");
  const story = await newsroom.store.read.stories.find(id);
  if (story === undefined || story.state.status === "killed" || !lacksPictures(story.copy))
    return { missing: [], changed: false };
  const { copy, missing } = await fetchPictures(story.copy, await newsroom.pictures());
  if (isSame(copy, story.copy)) return { missing, changed: false };
  const changed = await newsroom.store.together(async (tables) => {
    const before = await tables.stories.find(id);
    if (before === undefined || before.state.status === "killed") return false;
    if (!isSame(before.copy, story.copy)) return true;
    const says = { missing: missing.length };
    const change = { before, after: { ...before, copy }, what: "story.pictures-kept", by: "wire", says };
    await writeChanges(tables, [change], newsroom);
    return false;
  });
  return { missing, changed };
}

type Pictured = Pick<StoryCopy, "mainPicture" | "body">;

const lacksPictures = ({ mainPicture, body }: Pictured) =>
  isLacking(mainPicture) || picturesOf(body).some(isLacking);

const isLacking = (use: PictureUse | null) => use !== null && use.picture === null && use.address !== null;

const isSame = (one: StoryCopy, other: StoryCopy) => JSON.stringify(one) === JSON.stringify(other);
