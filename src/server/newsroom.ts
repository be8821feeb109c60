import { join } from "node:path";
import { systemClock, type Clock } from "../base/clock.ts";
import { loadFolder } from "../base/folder.ts";
import { idsBy, type Ids } from "../base/ids.ts";
import type { Outbound } from "../outbound/client.ts";
import type { Page, Site } from "../site/page.ts";
import { printedTables } from "../site/printed-tables.ts";
import { openStore } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { dayIn } from "../story/story-address.ts";
import { departmentsOf, type Departments } from "./departments.ts";
import { findRendition } from "./find-rendition.ts";
import { silentLog, type Log } from "./log.ts";
import { createAnswer, type Answer, type AnswerRoom } from "./match.ts";
import { PageCache } from "./page-cache.ts";
import { once } from "./once.ts";
import { paperOf } from "./paper-of.ts";
import { readinessOf } from "./readiness.ts";
import { turnsOf, type Turns } from "./turn-visibility.ts";

export type NewsroomWish = {
  /** The data folder; made where it is missing. */
  readonly data: string;
  /** "postgres://…"; null = the embedded database in the folder. */
  readonly databaseUrl: string | null;
  /** The public address without a slash at its end. */
  readonly origin: string;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly outbound?: Outbound;
  readonly log?: Log;
};

/** A whole newsroom, opened. `answer` is its public site without a port; the departments load when they are needed. */
export type Newsroom = Departments & {
  readonly data: string;
  readonly databaseUrl: string | null;
  readonly origin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly cache: PageCache;
  readonly room: AnswerRoom;
  readonly answer: Answer;
  readonly turns: Turns;
  readonly close: () => Promise<void>;
};

const mostCached = 64 * 1024 * 1024;

/** The only wiring: opens the store and hands each department what it needs. Refuses what the store refuses. */
export async function openNewsroom(wish: NewsroomWish): Promise<Newsroom> {
  const { data, databaseUrl, origin, clock = systemClock, ids = idsBy(clock), log = silentLog } = wish;
  const { store, paper } = await openPaper({ data, databaseUrl, clock, log });
  const cache = cacheOver({ store, paper, clock, log });
  const zone = async () => (await paper.read()).zone;
  const outbound = wish.outbound ?? null;
  const departments = departmentsOf({ data, origin, store, clock, ids, zone, outbound });
  const site = async (): Promise<Site> => ({
    store: { read: printedTables(store.read) },
    clock,
    paper: await paper.read(),
    origin,
  });
  const room = await answerRoom({ site, origin, cache, log, store, departments, clock });
  return {
    ...departments,
    data,
    databaseUrl,
    origin,
    store,
    clock,
    ids,
    log,
    cache,
    room,
    answer: createAnswer(room),
    turns: turnsOf({ store, clock, cache, log }),
    close: once(async () => {
      await departments.close();
      await store.close();
    }),
  };
}

type Opening = Pick<Newsroom, "data" | "databaseUrl" | "clock" | "log">;

async function openPaper({ data, databaseUrl, clock, log }: Opening) {
  let dayOf = dayIn("UTC");
  const store = await openStore({
    data,
    ...(databaseUrl === null ? {} : { databaseUrl }),
    clock,
    dayOf: (instant) => dayOf(instant),
    notice: ({ code, says, cause }) => log.fault(code, cause ?? says, { says }),
  });
  const paper = paperOf(store, (zone) => (dayOf = dayIn(zone)));
  await paper.read();
  return { store, paper };
}

type Cached = Pick<Newsroom, "store" | "clock" | "log"> & { readonly paper: ReturnType<typeof paperOf> };

function cacheOver({ store, paper, clock, log }: Cached): PageCache {
  const cache = new PageCache({
    clock,
    most: mostCached,
    onStale: (address, cause) => log.fault("page.stale", cause, { address }),
  });
  store.onChange((tags) => {
    if (tags.has("settings") || tags.has("everything")) paper.forget();
    cache.change(tags);
  });
  return cache;
}

type Wired = Pick<AnswerRoom, "site" | "origin" | "cache" | "log"> & {
  readonly clock: Clock;
  readonly store: Store;
  readonly departments: Departments;
};

async function answerRoom({ store, departments, clock, ...wired }: Wired): Promise<AnswerRoom> {
  const [pages, { assets }, { renderRefusal }] = await Promise.all([
    loadFolder<Page<unknown>>(join(import.meta.dirname, "../site/pages"), "page"),
    import("../site/assets.ts"),
    import("../site/render-refusal.ts"),
  ]);
  return {
    ...wired,
    pages,
    assets: async () => assets(),
    drawRefusal: renderRefusal,
    findRendition: async (path) => findRendition(path, { store, clock, pictures: departments.pictures }),
    isReady: readinessOf(store, clock),
  };
}
