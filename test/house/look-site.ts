import { join } from "node:path";
import { loadFolder } from "../../src/base/folder.ts";
import { systemClock } from "../../src/base/clock.ts";
import type { Page, Site } from "../../src/site/page.ts";
import { lookEdition, lookPaper } from "./look-edition.ts";
import { noon } from "./look-makers.ts";
import { tablesOf, type Edition } from "./look-tables.ts";

/** A page of any view: what it loads is what it renders. */
export type AnyPage = Page<unknown>;

export const sitePages = await loadFolder<AnyPage>(join(import.meta.dirname, "../../src/site/pages"), "page");

export type Shown = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly noindex: boolean;
};

/** The site over an edition made of literals, at noon of its day. */
export const siteOf = (edition: Edition = lookEdition, wish: Partial<Site> = {}): Site => ({
  store: { read: tablesOf(edition) },
  clock: { ...systemClock, now: () => noon },
  paper: lookPaper,
  origin: "https://courier.example",
  ...wish,
});

/** What an address shows: the page, or where it moved to. A refusal is thrown. */
export async function show(address: string, site: Site): Promise<Shown | { readonly moved: string }> {
  const { pathname, searchParams } = new URL(address, site.origin);
  const { page, params } = match(pathname);
  const loaded = await page.load({ params, query: searchParams }, site);
  if ("moved" in loaded) return loaded;
  const text = String(await page.render(loaded.view, site));
  return { status: loaded.status ?? 200, type: page.type, text, noindex: loaded.noindex ?? false };
}

/** The page of a path: words of an address go before parameters. */
export function match(pathname: string): { page: AnyPage; params: Record<string, string> } {
  const found = sitePages
    .flatMap((page) => {
      const result = new URLPattern({ pathname: page.path }).exec({ pathname });
      return result === null ? [] : [{ page, groups: result.pathname.groups }];
    })
    .toSorted((one, other) => rank(one.page.path).localeCompare(rank(other.page.path)))[0];
  if (found === undefined) throw new Error(`No page has the address ${pathname}.`);
  const params = Object.entries(found.groups).map(([name, value]) => [name, decodeURIComponent(value ?? "")]);
  return { page: found.page, params: Object.fromEntries(params) };
}

// Word by word: a fixed word first, then one with a parameter in it, then a whole parameter.
const rank = (path: string) =>
  path
    .split("/")
    .map((word) => (word.startsWith(":") ? "2" : word.includes(":") ? "1" : "0"))
    .join("");
