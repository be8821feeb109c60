import type { Instant } from "../base/clock.ts";
import type { Tables } from "../store/tables.ts";
import type { Source } from "../store/tables/sources.ts";
import type { Finding, PollRoom } from "./poll-room.ts";

type PollTables = Pick<Tables, "sources" | "events">;

/** Failures in a row after which somebody should be told (CASES NET-31). */
export const alarmAfter = 3;

/**
 * Writes down a poll beside what people changed meanwhile, and tells what they should know as events, in one
 * transaction. Null when the source was removed or given another address during the poll.
 */
export async function savePoll(source: Source, finding: Finding, room: PollRoom): Promise<Source | null> {
  return room.store.together(async (tables) => {
    const now = await tables.sources.find(source.id);
    if (now === undefined || now.address !== source.address) return null;
    const saved = { ...now, ...finding.change, address: await freeAddress(source, finding, tables) };
    const settled = { ...saved, paused: now.paused || saved.paused };
    await tables.sources.set(settled);
    await tables.events.add(...tidings(now, settled, room));
    if (finding.retryAt !== null) await leaveHostAlone(settled, finding.retryAt, tables);
    return settled;
  });
}

// Two sources of one address would take everything twice; the older keeps it.
async function freeAddress(source: Source, { change }: Finding, { sources }: PollTables): Promise<string> {
  const wanted = change.address ?? source.address;
  const holder = wanted === source.address ? undefined : await sources.findByAddress(wanted);
  return holder === undefined ? wanted : source.address;
}

function tidings(before: Source, after: Source, { ids, clock }: PollRoom) {
  const event = (what: string, says: Readonly<Record<string, unknown>>) => ({
    id: ids.next(),
    at: clock.now(),
    what,
    story: null,
    by: "wire",
    says: { source: after.id, ...says },
  });
  return [
    ...(after.address === before.address
      ? []
      : [event("source.moved", { from: before.address, to: after.address })]),
    ...(after.paused && !before.paused ? [event("source.paused", { why: after.lastError?.says })] : []),
    ...(after.failures === alarmAfter ? [event("source.failing", { why: after.lastError?.says })] : []),
  ];
}

// Who asks to be left alone means all of us, not one address (NET-21). It stands in the rows, so a restart keeps to it.
async function leaveHostAlone(asked: Source, until: Instant, { sources }: PollTables): Promise<void> {
  const host = URL.parse(asked.address)?.host;
  const others = (await sources.list()).filter(
    ({ id, address, nextTryAt }) => id !== asked.id && URL.parse(address)?.host === host && nextTryAt < until,
  );
  for (const other of others) await sources.set({ ...other, nextTryAt: until });
}
