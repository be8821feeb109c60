import { parseAtomFeed, parseRssFeed, type AtomFeed, type RssFeed } from "feedsmith";

// feedsmith reads only what canonical-feed.ts wrote: well-formed XML of one spelling, within the guard's caps.

/** What stands in an RSS channel, read; null where it says nothing. */
export const rssFeed = (inner: string): RssFeed.Feed<string> | null =>
  quietly(() => parseRssFeed(`<rss version="2.0"><channel>${inner}</channel></rss>`));

/** What stands in an Atom feed, read; null where it says nothing. */
export const atomFeed = (inner: string): AtomFeed.Feed<string> | null =>
  quietly(() => parseAtomFeed(`<feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`));

// It throws where there is nothing it knows; here that only means that nothing was said.
function quietly<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}
