import type { Clock } from "../base/clock.ts";
import type { HtmlEscapedString } from "../base/html.ts";
import type { Partners } from "../store/tables/partners.ts";
import type { People } from "../store/tables/people.ts";
import type { Search } from "../store/tables/search.ts";
import type { Sections } from "../store/tables/sections.ts";
import type { Stories } from "../store/tables/stories.ts";
import type { WireItems } from "../store/tables/wire-items.ts";
import type { Paper } from "./paper.ts";

/** What the public site reads of the store, and all it can: nothing in it writes. `Tables` is one. */
export type SiteTables = {
  readonly partners: Pick<Partners, "find" | "findBySlug" | "list">;
  readonly people: Pick<People, "find" | "findBySlug">;
  readonly search: Pick<Search, "find">;
  readonly sections: Pick<Sections, "list">;
  readonly stories: Pick<
    Stories,
    "find" | "findByAddress" | "listVisible" | "countVisible" | "listCorrected"
  >;
  readonly wireItems: Pick<WireItems, "findVersion">;
};

/** What a page is handed to load with. `origin` is the public address without a slash at its end ("https://paper.example"). */
export type Site = {
  readonly store: { readonly read: SiteTables };
  readonly clock: Clock;
  readonly paper: Paper;
  readonly origin: string;
};

export type Ask = { readonly params: Readonly<Record<string, string>>; readonly query: URLSearchParams };

/** What came of loading: a view with the tags it was made from, or somewhere else to go. A page that is not there throws a Refusal. */
export type Loaded<View> =
  | {
      readonly view: View;
      readonly tags: readonly string[];
      readonly status?: 200 | 410 | 451 | 404;
      readonly noindex?: boolean;
    }
  | { readonly moved: string };

/**
 * One address of the public site. `load` alone touches the store; `render` is pure. `cached: true` = the same bytes
 * for everybody, kept in the page cache under `tags` until one of them changes.
 */
export type Page<View> = {
  readonly path: string;
  readonly type: string;
  readonly cached: boolean;
  /** The names of the query parameters it looks at ("q", "after"); every other one is ignored and splits no cache. */
  readonly query?: readonly string[];
  load(ask: Ask, site: Site): Promise<Loaded<View>>;
  render(
    view: View,
    site: Pick<Site, "paper" | "origin">,
  ): HtmlEscapedString | Promise<HtmlEscapedString> | string;
};

/** Identity: it is here so that `render` knows what `load` returned. */
export const definePage = <View>(page: Page<View>): Page<View> => page;
