/** How the root element of a feed is called, and which of the two families it belongs to. */
export const roots: Readonly<Record<string, "rss" | "atom">> = {
  rss: "rss",
  rdf: "rss",
  channel: "rss",
  feed: "atom",
  entry: "atom",
};

/** Elements that only hold others; they are looked through, wherever they stand. */
export const holders = new Set(["rss", "rdf", "rdf:rdf", "channel", "items", "feed"]);

/** Elements with structure of their own; everything else in a feed is a leaf with text or markup in it. */
export const groups = {
  rss: new Set([
    "image",
    "textinput",
    "media:group",
    "media:content",
    "media:community",
    "itunes:owner",
    "atom:author",
    "atom:contributor",
    "atom:source",
  ]),
  atom: new Set([
    "author",
    "contributor",
    "source",
    "media:group",
    "media:content",
    "media:community",
    "itunes:owner",
  ]),
} as const;

/** Children by which an author told as text differs from one told as a group. */
export const personParts = new Set(["name", "email", "uri", "url"]);

/** Elements that cannot stand in the text of another: whoever forgot an end tag meant to end the text before (XML-10). */
export const neverInText = new Set([
  "item",
  "entry",
  "pubdate",
  "guid",
  "description",
  "content:encoded",
  "published",
  "updated",
]);

/** Elements of older and other vocabularies, by the names we read. */
export const otherNames: Readonly<Record<"rss" | "atom", Readonly<Record<string, string>>>> = {
  rss: {
    abstract: "description",
    encoded: "content:encoded",
    body: "content:encoded",
    summary: "atom:summary",
    fullitem: "content:encoded",
    "dc:author": "dc:creator",
    "xhtml:body": "content:encoded",
    "xhtml:div": "content:encoded",
  },
  atom: { copyright: "rights" },
};

/** Leaves whose text is an address, made absolute where a base is given. */
export const addressLeaves = new Set(["link", "url", "comments", "uri", "icon", "logo", "atom:link"]);

/** Attributes that hold an address. */
export const addressAttributes = new Set(["href", "src", "url", "rdf:resource", "resource"]);

/** Text that says itself, by attributes, what it is (Atom's text constructs). */
export const typedTexts = /^(?:atom:)?(?:title|subtitle|tagline|summary|content|rights|copyright|info)$/;

/** Children of an item that are read; whatever else has no namespace is kept as unknown. */
export const knownLeaves = new Set(
  "title link description author category comments enclosure guid pubdate source content:encoded image items id updated published modified issued created summary content rights copyright contributor".split(
    " ",
  ),
);
export const knownPrefixes =
  /^(?:atom|dc|dcterms|content|media|itunes|slash|georss|geo|creativecommons|cc|prism|thr|wfw|source|sy|xhtml|opensearch):/;

/** Elements of HTML that have no end tag. */
export const voidTags = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
