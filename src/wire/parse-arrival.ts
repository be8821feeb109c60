import type { ParsedItem } from "./format.ts";
import type { ReadCopy, Unreadable } from "./parse-copy.ts";

/** Copy being read while its items arrive. `ended` tells, after the last chunk, what was wrong, if anything. */
export type CopyInChunks = Omit<ReadCopy, "items"> & {
  readonly chunks: AsyncIterable<readonly ParsedItem[]>;
  readonly ended: Promise<string | null>;
};

/** The copy as it comes back from the parse room, piece by piece. */
export type Arrival = {
  readonly copy: Promise<CopyInChunks | Unreadable>;
  start(copy: Omit<ReadCopy, "items">): void;
  add(items: readonly ParsedItem[]): void;
  /** No more will come; `unreadable` says why, if something went wrong. */
  end(unreadable: string | null): void;
};

/** Hands over what arrives as soon as it is asked for, and keeps what nobody asked for yet. */
export function arrivalOf(): Arrival {
  const copy = Promise.withResolvers<CopyInChunks | Unreadable>();
  const ended = Promise.withResolvers<string | null>();
  const waiting: (readonly ParsedItem[])[] = [];
  const state = { started: false, over: false, news: Promise.withResolvers<void>() };

  async function* chunks() {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else if (state.over) return;
      else await state.news.promise;
    }
  }

  function tellNews() {
    state.news.resolve();
    state.news = Promise.withResolvers<void>();
  }

  return {
    copy: copy.promise,
    start(facts) {
      state.started = true;
      copy.resolve({ ...facts, chunks: chunks(), ended: ended.promise });
    },
    add(items) {
      waiting.push(items);
      tellNews();
    },
    end(unreadable) {
      state.over = true;
      if (!state.started) copy.resolve({ unreadable: unreadable ?? "The copy could not be read." });
      ended.resolve(unreadable);
      tellNews();
    },
  };
}
