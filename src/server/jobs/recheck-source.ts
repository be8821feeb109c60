import { z } from "zod";
import { hours, minutes, seconds, type Instant } from "../../base/clock.ts";
import type { StoryCard } from "../../story/story.ts";
import type { Partner } from "../../store/tables/partners.ts";
import type { JobKind } from "../job-loop.ts";
import type { Newsroom } from "../newsroom.ts";
import { recheckJob } from "../recheck-job.ts";

const cardsAtOnce = 200;
const looksAtOnce = 15; // half a minute each at most: well within the lease

/**
 * Holds a partner's live stories against their sources as often as the agreement says. The key is the partner's id.
 * Each turn walks a part of the partner's list and remembers where it was.
 */
export const job: JobKind<Newsroom> = {
  kind: recheckJob,
  leaseFor: minutes(15),
  atOnce: 2,
  async plan({ store, clock }) {
    const partners = (await store.read.partners.list()).filter((each) => intervalOf(each) !== null);
    const dueAt = clock.now() + minutes(1);
    if (partners.length === 0) return;
    await store.together(async ({ jobs }) =>
      jobs.add(...partners.map(({ id }) => ({ kind: recheckJob, key: id, dueAt }))),
    );
  },
  async run({ key }, newsroom, stopped) {
    const partner = await newsroom.store.read.partners.find(key);
    const interval = partner === undefined ? null : intervalOf(partner);
    if (interval === null) return "done";
    const { recheckStory } = await import("../recheck-story.ts");
    const { due, next } = await dueOf(key, interval, newsroom);
    for (const { id } of due) {
      if (stopped.aborted) break;
      newsroom.log.note("story.rechecked", { story: id, source: await recheckStory(id, newsroom) });
    }
    if (!stopped.aborted) await remember(key, next, newsroom);
    const pause = next === null ? Math.min(interval / 4, hours(1)) : seconds(5);
    return { again: newsroom.clock.now() + pause, why: `${due.length} looked at` };
  },
};

const intervalOf = ({ agreement }: Partner) =>
  agreement.recheckMinutes === null ? null : minutes(agreement.recheckMinutes);

const place = z.object({ publishedAt: z.number(), id: z.string() }).nullable();
type Place = z.infer<typeof place>;
const settingOf = (partner: string) => `recheck.${partner}`;

/** The stories of this part of the list whose look is due, and where the next part begins; null = at the top. */
async function dueOf(partner: string, interval: number, { store, clock }: Newsroom) {
  const now = clock.now();
  const after = place.safeParse(await store.read.settings.find(settingOf(partner))).data ?? undefined;
  const choice = { now, limit: cardsAtOnce, partner, ...(after === undefined ? {} : { after }) };
  const cards = await store.read.stories.listVisible(choice);
  const due = cards.filter((card) => isDue(card, now - interval)).slice(0, looksAtOnce);
  const last =
    due.length === looksAtOnce ? due.at(-1) : cards.length === cardsAtOnce ? cards.at(-1) : undefined;
  const next: Place = last === undefined ? null : { publishedAt: last.publishedAt, id: last.id };
  return { due, next };
}

const isDue = ({ taken }: StoryCard, before: Instant) =>
  taken !== null && taken.address !== null && taken.checkedAt <= before;

const remember = async (partner: string, next: Place, { store }: Newsroom) =>
  store.together(async ({ settings }) => settings.set(settingOf(partner), next));
