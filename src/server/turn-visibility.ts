import { seconds, type Clock, type Instant } from "../base/clock.ts";
import type { Store } from "../store/store.ts";
import type { Log } from "./log.ts";
import type { PageCache } from "./page-cache.ts";
import { turnTags } from "./turn-tags.ts";

export type TurnRoom = {
  readonly store: Store;
  readonly clock: Clock;
  readonly cache: PageCache;
  readonly log: Log;
};

/** Stories that come and go by the clock alone: an embargo that ends, a right to stay that is over. */
export type Turns = {
  /** Drops what shows stories that turned since the last look. */
  look(): Promise<void>;
  /** Looks at each such instant from now on, within two seconds, until the way to stop is called. */
  watch(): () => void;
};

const longestWait = seconds(30); // also how late a clock that was set forward is noticed
const afterFault = seconds(2);

export function turnsOf({ store, clock, cache, log }: TurnRoom): Turns {
  let seenUntil = clock.now();
  let timer: NodeJS.Timeout | undefined;
  let watching = false;

  async function look(): Promise<void> {
    const now = clock.now();
    const from = Math.min(seenUntil, now);
    const turned = await store.read.stories.listTurned(from, now);
    seenUntil = now;
    if (turned.length === 0) return;
    cache.change(await turnTags(turned, store.read));
    log.note("stories.turned", { stories: turned });
  }

  async function tick(): Promise<void> {
    if (!watching) return;
    const wait = await look()
      .then(async () => untilNext(await store.read.stories.nextTurn(clock.now()), clock.now()))
      .catch((cause: unknown) => {
        log.fault("stories.not-turned", cause);
        return afterFault;
      });
    clearTimeout(timer);
    if (watching) timer = setTimeout(() => void tick(), wait).unref();
  }

  function watch(): () => void {
    watching = true;
    const deaf = store.onChange(() => void tick()); // a change may have brought an earlier turn
    void tick();
    return () => {
      watching = false;
      deaf();
      clearTimeout(timer);
    };
  }

  return { look, watch };
}

const untilNext = (next: Instant | null, now: Instant) =>
  next === null ? longestWait : Math.min(Math.max(next - now, 0) + 5, longestWait);
