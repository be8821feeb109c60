import type { AnswerRoom } from "../../src/server/match.ts";
import { silentLog } from "../../src/server/log.ts";
import { PageCache } from "../../src/server/page-cache.ts";
import type { Site } from "../../src/site/page.ts";

/** What the server answers from, for tests of the server itself: pages are the test's own, and no page here looks at the store. */
export function anAnswerRoom(more: Partial<AnswerRoom>): AnswerRoom {
  const origin = more.origin ?? "https://paper.example";
  const clock = { now: () => Date.now(), steady: () => performance.now() };
  return {
    site: async () => pagesSite(origin),
    origin,
    pages: [],
    assets: async () => new Map(),
    cache: new PageCache({ clock, most: 10_000_000, onStale: () => {} }),
    log: silentLog,
    drawRefusal: ({ code, says }) => `${code}: ${says}`,
    findRendition: async () => undefined,
    isReady: async () => true,
    ...more,
  };
}

function pagesSite(origin: string): Site {
  const unused = (): never => {
    throw new Error("Pages of this test do not look at the store.");
  };
  return {
    origin,
    clock: { now: () => Date.now(), steady: () => performance.now() },
    get paper() {
      return unused();
    },
    get store() {
      return unused();
    },
  };
}
