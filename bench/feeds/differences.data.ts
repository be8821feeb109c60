/** Where we differ from other readers on purpose: part of the file's name, what is compared, and the reason. */
export const differences: readonly { readonly file: string; readonly what: string; readonly why: string }[] =
  [
    {
      file: "atom/issue_275_extensions_and_source.xml",
      what: "content",
      why: "Content of a type that is not text (video/mp4, application/json) is no story; it is kept as unmapped, not printed.",
    },
    {
      file: "json/version_json_11.json",
      what: "content",
      why: "An item with both content_html and content_text says the same twice; the HTML is the richer and is read.",
    },
    {
      file: "rss/rss_channel_links.xml",
      what: "link",
      why: "Of several links of a channel the first is its home; the other reader takes the last.",
    },
    {
      file: "feed_links_-_rdf_channel_links.xml",
      what: "link",
      why: "Of several links of a channel the first is its home; the other reader takes the last.",
    },
    {
      file: "feeds/atom/atom-03.xml",
      what: "link",
      why: "A relative link is resolved against its xml:base; the other reader leaves that to its caller.",
    },
    {
      file: "encoding/bozo_linenoise.xml",
      what: "content",
      why: "Mostly valid UTF-8 with one broken byte is read as UTF-8 with one replacement character, not as three wrong letters for each right one.",
    },
    {
      file: "entities/lang.xml",
      what: "title",
      why: "&lang; is U+27E8 in HTML since HTML 5; the other reader has the HTML 4 table (U+2329).",
    },
    {
      file: "entities/rang.xml",
      what: "title",
      why: "&rang; is U+27E9 in HTML since HTML 5; the other reader has the HTML 4 table (U+232A).",
    },
    {
      file: "atom/entry_updated_multiple_values.xml",
      what: "date",
      why: "An entry may have one updated; of two the first counts, the other reader takes the last.",
    },
    {
      file: "sanitize/xml_malicious_comment.xml",
      what: "title",
      why: "A comment that is never closed hides the rest of a title, as it does in a browser.",
    },
  ];
