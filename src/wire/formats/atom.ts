import { feedRootOf } from "../feed/feed-root.ts";
import { readFeed } from "../feed/read-feed.ts";
import { allOf, type WireFormat } from "../format.ts";

/** Atom 0.3 and 1.0 (RFC 4287), a feed or a single entry, with tombstones (RFC 6721). */
export const format = {
  name: "atom",
  recognises: ({ text }) => feedRootOf(text) === "atom",
  parse: (copy) => allOf(readFeed(copy)),
  parseEach: readFeed,
} satisfies WireFormat;
