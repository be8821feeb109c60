import { join } from "node:path";
import { hours, minutes, seconds, type Clock, type Instant } from "../base/clock.ts";
import { loadFolder } from "../base/folder.ts";
import type { Ids } from "../base/ids.ts";
import type { Store } from "../store/store.ts";
import type { Job } from "../store/tables/jobs.ts";
import type { Log } from "./log.ts";

/** What became of a job: done for good, or to be done again at an instant. */
export type JobOutcome = "done" | { readonly again: Instant; readonly why: string };

/** One file in `jobs/`: what is done when a job of this kind is due. A fault gives the job back, later each time. */
export type JobKind<Room> = {
  readonly kind: string;
  /** After this long another worker may take the job: longer than it can take. */
  readonly leaseFor: number;
  /** How many of this kind one process does at the same time. */
  readonly atOnce: number;
  /** Called once at start: adds the jobs that ought to be waiting. */
  readonly plan: (room: Room) => Promise<void>;
  readonly run: (job: Job, room: Room, stopped: AbortSignal) => Promise<JobOutcome>;
};

export type JobRoom = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
};

/** Running jobs; `stop` lets go of what is being done and resolves when nothing is. */
export type JobLoop = { stop(): Promise<void>; wake(): void };

const looksAtLeastEvery = seconds(15);
const longestTimer = hours(1);

/** Starts doing jobs that are due, by every file in `jobs/`. */
export async function startJobs<Room extends JobRoom>(room: Room): Promise<JobLoop> {
  const kinds = await loadFolder<JobKind<Room>>(join(import.meta.dirname, "jobs"), "job");
  for (const kind of kinds) await kind.plan(room);
  return runJobs(kinds, room);
}

/** The loop itself. No timer is ever longer than an hour (CASES F15). */
export function runJobs<Room extends JobRoom>(kinds: readonly JobKind<Room>[], room: Room): JobLoop {
  const stopping = new AbortController();
  const by = room.ids.next();
  const running = new Map<string, number>();
  const work = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();

  const begin = (kind: JobKind<Room>, job: Job) => {
    running.set(kind.kind, (running.get(kind.kind) ?? 0) + 1);
    const done = doJob({ kind, job, by }, room, stopping.signal).finally(() => {
      running.set(kind.kind, (running.get(kind.kind) ?? 1) - 1);
      work.delete(done);
      wake();
    });
    work.add(done);
  };
  const look = async () => {
    const wait = await takeTurn(kinds, { room, by, running, begin });
    if (!stopping.signal.aborted) timer = setTimeout(wake, Math.min(wait, longestTimer)).unref();
  };
  const wake = () => {
    clearTimeout(timer);
    if (!stopping.signal.aborted) turn = turn.then(look);
  };
  wake();
  return {
    wake,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await turn;
      await Promise.all(work);
    },
  };
}

type Turn<Room> = {
  readonly room: Room;
  readonly by: string;
  readonly running: ReadonlyMap<string, number>;
  readonly begin: (kind: JobKind<Room>, job: Job) => void;
};

/** Leases what is due and starts it. Answers how long to wait until the next look, in milliseconds. */
async function takeTurn<Room extends JobRoom>(
  kinds: readonly JobKind<Room>[],
  { room, by, running, begin }: Turn<Room>,
): Promise<number> {
  const { store, clock, log } = room;
  try {
    const free = kinds.reduce((sum, { kind, atOnce }) => sum + atOnce - (running.get(kind) ?? 0), 0);
    const now = clock.now();
    const until = now + Math.max(...kinds.map(({ leaseFor }) => leaseFor), 0);
    const due =
      free > 0 ? await store.together(async ({ jobs }) => jobs.lease({ now, until, by, limit: free })) : [];
    for (const job of due) {
      const kind = kinds.find((each) => each.kind === job.kind);
      if (kind && (running.get(kind.kind) ?? 0) < kind.atOnce) begin(kind, job);
      else await giveBack(job, { room, by, wait: kind ? seconds(5) : minutes(30), why: "no worker free" });
    }
    const next = await store.read.jobs.nextDueAt();
    const wait = next === null ? looksAtLeastEvery : Math.max(next - clock.now(), 250);
    return Math.min(wait, looksAtLeastEvery);
  } catch (cause) {
    log.fault("jobs.not-taken", cause);
    return looksAtLeastEvery;
  }
}

type Task<Room> = { readonly kind: JobKind<Room>; readonly job: Job; readonly by: string };

async function doJob<Room extends JobRoom>(
  { kind, job, by }: Task<Room>,
  room: Room,
  stopped: AbortSignal,
): Promise<void> {
  try {
    const outcome = await kind.run(job, room, stopped);
    await room.store.together(async ({ jobs }) =>
      outcome === "done" ? jobs.done(job.id, by) : jobs.again(job.id, by, outcome.again, outcome.why),
    );
  } catch (cause) {
    const fault = room.log.fault("job.failed", cause, {
      kind: job.kind,
      key: job.key,
      attempts: job.attempts,
    });
    await giveBack(job, { room, by, wait: backOff(job.attempts), why: `fault ${fault}` });
  }
}

/** Half a minute, then twice as long each time, at most an hour. */
const backOff = (attempts: number) => Math.min(seconds(30) * 2 ** Math.min(attempts, 7), hours(1));

async function giveBack(
  job: Job,
  { room, by, wait, why }: { room: JobRoom; by: string; wait: number; why: string },
): Promise<void> {
  try {
    const dueAt = room.clock.now() + wait;
    await room.store.together(async ({ jobs }) => jobs.again(job.id, by, dueAt, why));
  } catch (cause) {
    room.log.fault("job.not-given-back", cause, { kind: job.kind, key: job.key }); // its lease ends by itself
  }
}
