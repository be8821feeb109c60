import { hours, minutes, seconds } from "../../base/clock.ts";
import type { JobKind } from "../job-loop.ts";
import type { Newsroom } from "../newsroom.ts";

const mostAttempts = 5;

/** Fetches and keeps the pictures of one story that came as addresses. The key is the story's id. */
export const job: JobKind<Newsroom> = {
  kind: "fetch-pictures",
  leaseFor: minutes(10),
  atOnce: 2,
  plan: async () => {},
  async run({ key, attempts }, newsroom) {
    const { fetchStoryPictures } = await import("../story-pictures.ts");
    const { missing, changed } = await fetchStoryPictures(key, newsroom);
    const now = newsroom.clock.now();
    if (changed) return { again: now + seconds(1), why: "the story changed meanwhile" };
    for (const { address, code, says } of missing)
      newsroom.log.note("picture.missing", { story: key, address, code, says });
    if (missing.length === 0 || attempts >= mostAttempts) return "done";
    return { again: now + Math.min(minutes(2) * 4 ** attempts, hours(6)), why: missing[0]?.says ?? "" };
  },
};
