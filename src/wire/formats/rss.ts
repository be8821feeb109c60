import { feedRootOf } from "../feed/feed-root.ts";
import { readFeed } from "../feed/read-feed.ts";
import { allOf, type WireFormat } from "../format.ts";

/** RSS 0.90 to 2.0, RSS 1.0 and 1.1 (RDF) and CDF, with the modules news uses (WIRE.md, "RSS"). */
export const format = {
  name: "rss",
  recognises: ({ text }) => feedRootOf(text) === "rss",
  parse: (copy) => allOf(readFeed(copy)),
  parseEach: readFeed,
} satisfies WireFormat;
