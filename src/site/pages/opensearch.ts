import { shorten } from "../../base/text.ts";
import { finished, markup } from "../markup.ts";
import { definePage } from "../page.ts";

export const page = definePage<null>({
  path: "/opensearch.xml",
  type: "application/opensearchdescription+xml; charset=utf-8",
  cached: true,
  load: async () => ({ view: null, tags: ["settings"] }),
  render: (_, { paper, origin }) =>
    finished(markup`<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${shorten(paper.name, 16)}</ShortName><LongName>${shorten(paper.name, 48)}</LongName><Description>Search ${paper.name}</Description><InputEncoding>UTF-8</InputEncoding><Url type="text/html" template="${origin}/search?q={searchTerms}"/></OpenSearchDescription>
`),
});
