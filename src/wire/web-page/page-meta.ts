import { attributeOf } from "../../story/html-attribute.ts";
import { resolveAddress } from "../../story/html-address.ts";
import { wordsOfText } from "../../story/body-clean-text.ts";
import type { HtmlParent } from "../../story/html-tree.ts";
import { elementsIn, findElement, textWithin } from "../../story/html-walk.ts";
import { readPageDate } from "./page-date.ts";
import { said, type PageFacts, type PictureFacts } from "./page-facts.ts";

/** What the head of a page says: Open Graph, article:*, Dublin Core, Parsely, plain meta elements, links, language. */
export function readMeta(root: HtmlParent, base: string | null): PageFacts {
  const meta = metaIn(root);
  const first = (...names: string[]) =>
    names.map((name) => meta.get(name)?.[0] ?? "").find((each) => each !== "") ?? "";
  const type = first("og:type");
  return said({
    isStory: type === "article" || meta.has("article:published_time") ? true : undefined,
    isVideo: type.startsWith("video") ? true : undefined,
    headline: first(...titles),
    standfirst: first(...descriptions),
    writers: writersIn(meta),
    section: first("article:section", "parsely-section", "og:section", "section", "dcterms.subject"),
    keywords: keywordsIn(meta),
    published: dateIn(meta, published),
    modified: dateIn(meta, modified),
    language:
      languageIn(root) ||
      first("content-language", "dc.language", "dcterms.language") ||
      first("og:locale").replace("_", "-"),
    source: first("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
    address: canonicalIn(root, base) ?? resolveAddress(first("og:url"), base),
    picture: pictureIn(meta, base),
    rightsHolder: first("dcterms.rightsholder"),
    rightsNotice: first("copyright", "dcterms.rights", "dc.rights", "rights"),
    terms: [licenceIn(root, base), /\bnoarchive\b/i.test(first("robots", "googlebot")) ? "noarchive" : ""]
      .filter(Boolean)
      .join("; "),
    isFree: /^(?:locked|metered|hard)$/i.test(first("article:content_tier")) ? false : undefined,
  });
}

const titles = ["dc.title", "dcterms.title", "og:title", "twitter:title", "parsely-title", "sailthru.title"];
const descriptions = [
  "og:description",
  "dc.description",
  "dcterms.description",
  "description",
  "twitter:description",
];

type Meta = ReadonlyMap<string, readonly string[]>;

// Names in lower case. A `property` outranks a `name`; each may carry several names, and may come several times.
function metaIn(root: HtmlParent): Meta {
  const byProperty = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  for (const element of elementsIn(root)) {
    if (element.tagName !== "meta") continue;
    const property = attributeOf(element, "property");
    const name = attributeOf(element, "name") ?? attributeOf(element, "http-equiv");
    const content = attributeOf(element, "content") ?? attributeOf(element, "value") ?? "";
    add(byProperty, property, content);
    add(byName, name, content);
  }
  return new Map([...byName, ...byProperty]);
}

function add(meta: Map<string, string[]>, names: string | null, content: string) {
  const words = wordsOfText(content.slice(0, 5000));
  if (names === null || words === "") return;
  for (const name of names.trim().toLowerCase().split(/\s+/)) {
    const plain = name.replace(/^(dc|dcterm|dcterms)[:.]/, (_, kind: string) =>
      kind === "dc" ? "dc." : "dcterms.",
    );
    meta.set(plain, [...(meta.get(plain) ?? []), words].slice(0, 50));
  }
}

const published = [
  "article:published_time",
  "og:published_time",
  "parsely-pub-date",
  "sailthru.date",
  "dcterms.issued",
  "dc.date.issued",
  "dcterms.created",
  "dc.date.created",
  "dcterms.date",
  "dc.date",
  "datepublished",
  "date",
  "pubdate",
  "publish-date",
  "published_time",
];
const modified = [
  "article:modified_time",
  "og:modified_time",
  "og:updated_time",
  "dcterms.modified",
  "dc.date.modified",
  "datemodified",
  "last-modified",
  "revised",
];

function dateIn(meta: Meta, names: readonly string[]): number | null {
  for (const name of names) {
    const date = readPageDate(meta.get(name)?.[0]);
    if (date !== null) return date;
  }
  return null;
}

const writerNames = [
  "dc.creator",
  "dcterms.creator",
  "author",
  "parsely-author",
  "sailthru.author",
  "article:author",
  "byl",
  "cre",
];

function writersIn(meta: Meta): readonly string[] {
  for (const name of writerNames) {
    const names = (meta.get(name) ?? []).filter((each) => !/^https?:|^\/|^@/.test(each));
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}

const keywordsIn = (meta: Meta): string[] =>
  [...(meta.get("article:tag") ?? []), ...(meta.get("news_keywords") ?? meta.get("keywords") ?? [])]
    .flatMap((each) => each.split(","))
    .map((each) => each.trim())
    .filter((each) => each !== "" && each.length < 80);

const languageIn = (root: HtmlParent) => {
  const html = findElement(root, "html");
  return html ? (attributeOf(html, "lang") ?? attributeOf(html, "xml:lang") ?? "").trim() : "";
};

// A canonical link to the front of a site is a mistake of its template, not the address of the story.
function canonicalIn(root: HtmlParent, base: string | null): string | null {
  const link = elementsIn(root).find((each) => each.tagName === "link" && relOf(each) === "canonical");
  const address = link ? resolveAddress(attributeOf(link, "href"), base) : null;
  return address !== null && URL.parse(address)?.pathname === "/" ? null : address;
}

const relOf = (element: Parameters<typeof attributeOf>[0]) =>
  attributeOf(element, "rel")?.trim().toLowerCase();

function licenceIn(root: HtmlParent, base: string | null): string {
  const link = elementsIn(root).find(
    (each) => /^(?:link|a)$/.test(each.tagName) && relOf(each) === "license",
  );
  return link ? (resolveAddress(attributeOf(link, "href"), base) ?? textWithin(link)) : "";
}

function pictureIn(meta: Meta, base: string | null): PictureFacts | null {
  const first = (name: string) => meta.get(name)?.[0] ?? "";
  const address = resolveAddress(
    first("og:image:secure_url") || first("og:image") || first("og:image:url") || first("twitter:image"),
    base,
  );
  if (address === null) return null;
  const size = (text: string) => (/^\d{2,5}$/.test(text) ? Number(text) : null);
  return {
    address,
    alt: first("og:image:alt") || first("twitter:image:alt"),
    caption: "",
    credit: "",
    width: size(first("og:image:width")),
    height: size(first("og:image:height")),
  };
}
