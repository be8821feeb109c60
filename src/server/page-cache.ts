import { minutes, seconds, type Clock } from "../base/clock.ts";
import { packBrotli, packPage, type Coded, type KeptPage, type Rendered } from "./kept-page.ts";
import type { Coding } from "./coding.ts";
import { PageShelf } from "./page-shelf.ts";

export type PageCacheWish = {
  readonly clock: Pick<Clock, "steady">;
  /** Most bytes kept. */
  readonly most: number;
  /** Told when an old page stood in because rendering failed (the database is away: LOD-22). */
  onStale(key: string, cause: unknown): void;
};

// A page that nothing changed is rendered again after this long; when that fails, it stands in for this much longer.
const freshFor = minutes(10);
const standsInFor = minutes(10);
const missingFor = seconds(5);
const mostMissing = 500;

/** Making one page. `touched` gathers what changes meanwhile. */
type Flight = { readonly touched: Set<string>; readonly page: Promise<KeptPage> };

/**
 * Pages that are the same for everybody, as bytes. The promise: once `change(tags)` has returned, nobody who asks is
 * given bytes that were made before it from anything under those tags; and one address is rendered once per change,
 * however many ask for it at the same time (LOD-02).
 */
export class PageCache {
  readonly #wish: PageCacheWish;
  readonly #shelf: PageShelf;
  readonly #missing = new Map<string, KeptPage>();
  readonly #joinable = new Map<string, Flight>();
  readonly #inTheAir = new Set<Set<string>>();
  #renders = 0;

  constructor(wish: PageCacheWish) {
    this.#wish = wish;
    this.#shelf = new PageShelf(wish.most);
  }

  get figures() {
    return { ...this.#shelf.figures, renders: this.#renders };
  }

  /** What is there and fresh, without waiting: the hot path. */
  hit(key: string): KeptPage | undefined {
    const page = this.#shelf.find(key);
    if (page === undefined || !this.#isYoung(page, freshFor)) return undefined;
    page.used = true;
    return page;
  }

  /** The page, rendered where it is not there. Rejects with what `render` threw, unless an old page may stand in. */
  async read(key: string, render: () => Promise<Rendered>): Promise<KeptPage> {
    const there = this.hit(key) ?? this.#findMissing(key);
    if (there) return there;
    return (this.#joinable.get(key) ?? this.#takeOff(key, render)).page;
  }

  /**
   * Drops exactly the pages that show one of these. "settings" (the paper's name, its masthead) is on all of them;
   * "everything" comes when other nodes may have changed what this one did not hear of.
   */
  change(tags: ReadonlySet<string>): void {
    for (const touched of this.#inTheAir) for (const tag of tags) touched.add(tag);
    this.#joinable.clear();
    this.#missing.clear();
    if (meansAll(tags)) this.#shelf.dropAll();
    else for (const tag of tags) this.#shelf.dropTagged(tag);
  }

  /** The page in the best coding the reader takes. The second who could take brotli sets it going. */
  coded(key: string, page: KeptPage, coding: Coding): Coded {
    if (coding === "identity" || page.gzip === null) return page.plain;
    if (coding === "gzip") return page.gzip;
    if (page.brotli !== null) return page.brotli;
    page.brotliAsked += 1;
    if (page.brotliAsked === 2) void this.#addBrotli(key, page);
    return page.gzip;
  }

  #isYoung(page: KeptPage, age: number): boolean {
    return this.#wish.clock.steady() - page.madeAt < age;
  }

  #findMissing(key: string): KeptPage | undefined {
    const page = this.#missing.get(key);
    return page && this.#isYoung(page, missingFor) ? page : undefined;
  }

  #takeOff(key: string, render: () => Promise<Rendered>): Flight {
    const touched = new Set<string>();
    this.#inTheAir.add(touched);
    const page = this.#fly(key, touched, render).finally(() => {
      this.#inTheAir.delete(touched);
      if (this.#joinable.get(key) === flight) this.#joinable.delete(key);
    });
    const flight: Flight = { touched, page };
    this.#joinable.set(key, flight);
    return flight;
  }

  async #fly(key: string, touched: Set<string>, render: () => Promise<Rendered>): Promise<KeptPage> {
    this.#renders += 1;
    try {
      const rendered = await render();
      const page = await packPage(rendered, this.#wish.clock.steady());
      if (mayKeep(page, touched)) this.#keep(key, page, rendered.keep);
      return page;
    } catch (cause) {
      const old = this.#shelf.find(key);
      if (old === undefined || !this.#isYoung(old, freshFor + standsInFor)) throw cause;
      this.#wish.onStale(key, cause);
      return old;
    }
  }

  #keep(key: string, page: KeptPage, how: Rendered["keep"]): void {
    this.#shelf.drop(key);
    if (how === "until-changed") this.#shelf.put(key, page);
    if (how !== "briefly") return;
    if (this.#missing.size >= mostMissing) this.#missing.clear();
    this.#missing.set(key, page);
  }

  async #addBrotli(key: string, page: KeptPage): Promise<void> {
    this.#shelf.addBrotli(key, page, await packBrotli(page));
  }
}

// What changed while a page was being made may or may not be in it: it goes to who asked before, and is not kept.
// A page that was not there has no tags: any change may have brought it.
function mayKeep(page: KeptPage, touched: ReadonlySet<string>): boolean {
  if (touched.size === 0) return true;
  return page.tags.length > 0 && !meansAll(touched) && !page.tags.some((tag) => touched.has(tag));
}

const meansAll = (tags: ReadonlySet<string>) => tags.has("settings") || tags.has("everything");
