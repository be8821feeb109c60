import { isJsonFeed, readJsonFeed } from "../feed/read-json-feed.ts";
import { allOf, type WireFormat } from "../format.ts";

/** JSON Feed 1.0 and 1.1. */
export const format = {
  name: "json-feed",
  recognises: ({ text }) => isJsonFeed(text),
  parse: (copy) => allOf(readJsonFeed(copy)),
  parseEach: readJsonFeed,
} satisfies WireFormat;
