import { sizeOf, type Coded, type KeptPage } from "./kept-page.ts";

/** Where kept pages lie: found by address, dropped by tag, never more than `most` bytes. Knows nothing of time or rendering. */
export class PageShelf {
  readonly #most: number;
  readonly #pages = new Map<string, KeptPage>();
  readonly #keysByTag = new Map<string, Set<string>>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get figures() {
    return { pages: this.#pages.size, bytes: this.#bytes };
  }

  find(key: string): KeptPage | undefined {
    return this.#pages.get(key);
  }

  put(key: string, page: KeptPage): void {
    this.drop(key);
    this.#pages.set(key, page);
    this.#bytes += sizeOf(page);
    for (const tag of page.tags) this.#keysOf(tag).add(key);
    if (this.#bytes > this.#most) this.#makeRoom();
  }

  /** Adds the denser packing to a page, if it still lies at this address. */
  addBrotli(key: string, page: KeptPage, brotli: Coded): void {
    if (this.#pages.get(key) !== page || page.brotli !== null) return;
    page.brotli = brotli;
    this.#bytes += brotli.bytes.length;
  }

  drop(key: string): void {
    const page = this.#pages.get(key);
    if (page === undefined) return;
    this.#pages.delete(key);
    this.#bytes -= sizeOf(page);
    for (const tag of page.tags) this.#forget(tag, key);
  }

  dropTagged(tag: string): void {
    for (const key of this.#keysByTag.get(tag) ?? []) this.drop(key);
  }

  dropAll(): void {
    this.#pages.clear();
    this.#keysByTag.clear();
    this.#bytes = 0;
  }

  // Second chance: the oldest page nobody looked at since the last round goes first.
  #makeRoom(): void {
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#most * 0.9) return;
      if (page.used && this.#pages.size > 1) this.#moveToEnd(key, page);
      else this.drop(key);
    }
  }

  #moveToEnd(key: string, page: KeptPage): void {
    page.used = false;
    this.#pages.delete(key);
    this.#pages.set(key, page);
  }

  #keysOf(tag: string): Set<string> {
    const there = this.#keysByTag.get(tag);
    if (there) return there;
    const keys = new Set<string>();
    this.#keysByTag.set(tag, keys);
    return keys;
  }

  #forget(tag: string, key: string): void {
    const keys = this.#keysByTag.get(tag);
    keys?.delete(key);
    if (keys?.size === 0) this.#keysByTag.delete(tag);
  }
}
