import { hours, minutes, seconds } from "../../base/clock.ts";
import type { JobKind } from "../job-loop.ts";
import type { Newsroom } from "../newsroom.ts";

/** Looks at one source for new copy, then waits until it is to be asked again. The key is the source's id. */
export const job: JobKind<Newsroom> = {
  kind: "poll-source",
  leaseFor: minutes(10),
  atOnce: 4,
  async plan({ store }) {
    const sources = await store.read.sources.list();
    await store.together(async ({ jobs }) => {
      for (const { id, nextTryAt, paused } of sources)
        if (!paused) await jobs.add({ kind: "poll-source", key: id, dueAt: nextTryAt });
    });
  },
  async run({ key }, newsroom) {
    const { store, clock, ids, log } = newsroom;
    const source = await store.read.sources.find(key);
    if (source === undefined || source.paused) return "done";
    const now = clock.now();
    if (source.nextTryAt > now + seconds(1)) return { again: source.nextTryAt, why: "not due yet" };
    const [{ pollSource }, { takeIn }] = await Promise.all([
      import("../../wire/poll-source.ts"),
      import("../take-in.ts"),
    ]);
    const polled = await pollSource(source, {
      outbound: await newsroom.outbound(),
      store,
      clock,
      ids,
      chance: Math.random,
      intake: async ({ partner, ...copy }) =>
        (await takeIn({ ...copy, partner: partner.name, preset: null }, newsroom)).outcome,
    });
    log.note("source.polled", { address: source.address, became: polled.became });
    const next = polled.source?.nextTryAt ?? now + minutes(1);
    return { again: Math.min(Math.max(next, now + seconds(10)), now + hours(24)), why: polled.became };
  },
};
