import { writeChanges } from "../desk/story-changes.ts";
import type { PictureUse } from "../story/picture.ts";
import type { Newsroom } from "./newsroom.ts";

/**
 * Keeps a file and makes it a story's main picture; caption and credit stay as the copy gave them. Answers why not,
 * where the file is no picture.
 */
export async function attachPicture(
  story: string,
  bytes: Uint8Array,
  newsroom: Newsroom,
): Promise<readonly { readonly code: string; readonly says: string }[]> {
  const { keepPicture } = await import("../picture/keep-picture.ts");
  const known = (await newsroom.store.read.stories.find(story))?.copy.mainPicture ?? null;
  const arrived = { bytes, address: null, credit: known?.credit ?? "", rights: known?.rights ?? "" };
  const kept = await keepPicture(arrived, await newsroom.pictures());
  if (kept.became === "refused") return [{ code: kept.code, says: kept.says }];
  const { id, width, height, credit, rights } = kept.picture;
  await newsroom.store.together(async (tables) => {
    const before = await tables.stories.find(story);
    if (before === undefined) return;
    const empty: PictureUse = {
      picture: null,
      address: null,
      alt: "",
      caption: "",
      credit,
      rights: rights || null,
      width: null,
      height: null,
    };
    const mainPicture = { ...(before.copy.mainPicture ?? empty), picture: id, width, height };
    if (before.copy.mainPicture?.picture === id) return;
    const after = { ...before, copy: { ...before.copy, mainPicture } };
    const says = { picture: id };
    await writeChanges(
      tables,
      [{ before, after, what: "story.picture-given", by: "command line", says }],
      newsroom,
    );
  });
  return [];
}
