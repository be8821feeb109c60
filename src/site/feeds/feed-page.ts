import { definePage, type Ask, type Page, type Site } from "../page.ts";
import type { Feed, FeedFormat, Followed } from "./feed.ts";
import { loadFeed } from "./load-feed.ts";

/** Which stories a feed carries, and what it is called. */
export type FeedOf = {
  /** The path of the list it follows, with parameters: "" for the paper, "/:section", "/by/:name". */
  readonly under: string;
  /** Finds what is followed, or refuses with "page-not-found". */
  readonly find: (ask: Ask, site: Site) => Promise<Followed>;
};

/** One feed of the paper in one format. */
export const feedPage = ({ under, find }: FeedOf, format: FeedFormat): Page<Feed> =>
  definePage({
    path: `${under}/${format.suffix}`,
    type: format.type,
    cached: true,
    async load(ask, site) {
      const followed = await find(ask, site);
      const { feed, tags } = await loadFeed(followed, format.suffix, site);
      return { view: feed, tags: ["settings", ...followed.tags, ...tags] };
    },
    render: (feed) => format.write(feed),
  });
