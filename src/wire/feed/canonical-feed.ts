import { attributesOf, readLeaf, textIn, writeElement, type LeafPlace } from "./canonical-leaf.ts";
import { escape } from "./escape.ts";
import * as names from "./feed-names.ts";
import { ticketFor } from "./long-texts.ts";
import { withoutNamedEntities } from "./named-entities.ts";
import { canonicalName, outermost, resolve, scopeInside, withPrefix, type XmlScope } from "./xml-scope.ts";
import { isElement, readXmlTree, type XmlElement } from "./xml-tree.ts";

/**
 * A feed rewritten as plain, well-formed XML with one spelling of every name, its items apart: by namespace and not
 * by prefix, lower case, addresses absolute where an xml:base stands, XHTML and base64 content as escaped HTML.
 * RSS 0.90 to 2.0, RSS 1.0 and 1.1 and CDF become "rss"; Atom 0.3 and 1.0 become "atom".
 */
export type CanonicalFeed = {
  readonly dialect: "rss" | "atom";
  /** What stands in the feed beside its items. */
  readonly head: string;
  readonly language: string | null;
  readonly items: readonly CanonicalItem[];
  /** The copy ends before its root element does. */
  readonly cut: boolean;
  /** Items that were begun and not ended. */
  readonly lost: number;
  /** Texts that were longer than we keep of one. */
  readonly shortened: number;
};

export type CanonicalItem = {
  /** The whole element; "" for a tombstone (RFC 6721). */
  readonly xml: string;
  readonly tombstone: { readonly ref: string; readonly when: string; readonly says: string } | null;
  /** Texts left out of `xml`, see long-texts.ts. */
  readonly longTexts: readonly string[];
  readonly id: string;
  readonly link: string;
  /** Elements no reader of ours knows, by their name as written. */
  readonly unknown: Readonly<Record<string, string>>;
};

type Feed = Omit<{ -readonly [Key in keyof CanonicalFeed]: CanonicalFeed[Key] }, "head" | "items"> & {
  readonly head: string[];
  readonly items: CanonicalItem[];
};

/** Goes through guarded text once, forgiving what feeds in the wild get wrong. Null where it is no feed. */
export function canonicalFeed(text: string, address: string | null): CanonicalFeed | null {
  const tree = readXmlTree(withoutNamedEntities(wholeEnd(text.slice(startOf(text)))));
  const root = tree.children.filter(isElement).find(({ name }) => local(name) in names.roots);
  const dialect = root === undefined ? undefined : names.roots[local(root.name)];
  if (root === undefined || dialect === undefined) return null;
  const feed: Feed = { dialect, head: [], language: null, items: [], cut: root.cut, lost: 0, shortened: 0 };
  const scope = rootScope(root, scopeInside(outermost(address), root.attributes), dialect);
  if (local(root.name) === "entry") addItem(feed, root, scope);
  else lookThrough(feed, root, scope);
  return { ...feed, head: feed.head.join("") };
}

// A warning that the partner's server printed before the XML declaration is not part of the feed (XML-10).
function startOf(text: string): number {
  return Math.max(0, text.slice(0, 65_536).search(/<\?xml[\s?]/i));
}

// A last end tag without its ">" has lost nothing.
const wholeEnd = (text: string) => (/<\/[\w:]+\s*$/.test(text.slice(-100)) ? `${text}>` : text);

// Whatever namespace the root has, right or wrong, its unprefixed children are the feed's own.
function rootScope(root: XmlElement, scope: XmlScope, dialect: "rss" | "atom"): XmlScope {
  const colon = root.name.indexOf(":");
  const own = colon === -1 || dialect === "rss" ? withPrefix(scope, "", dialect) : scope;
  return colon === -1 || root.name === "rdf:rdf" ? own : withPrefix(own, root.name.slice(0, colon), dialect);
}

function lookThrough(feed: Feed, holder: XmlElement, scope: XmlScope): void {
  feed.head.push(...fromAttributes(holder, scope));
  feed.language ??= scope.language;
  for (const child of holder.children.filter(isElement)) {
    const inner = scopeInside(scope, child.attributes);
    const name = canonicalName(child.name, inner, feed.dialect);
    if (isItem(name, feed.dialect)) addItem(feed, child, inner);
    else if (name === "at:deleted-entry") feed.items.push(tombstone(child));
    else if (names.holders.has(name) && child.children.some(isElement)) lookThrough(feed, child, inner);
    else
      feed.head.push(
        writeChild(feed, child, { name: nameFor(name, feed.dialect), scope: inner, dialect: feed.dialect }),
      );
  }
}

const nameFor = (name: string, dialect: "rss" | "atom") => names.otherNames[dialect][name] ?? name;

const isItem = (name: string, dialect: "rss" | "atom") => name === (dialect === "rss" ? "item" : "entry");

function addItem(feed: Feed, element: XmlElement, scope: XmlScope): void {
  if (element.cut) return void feed.lost++;
  const children = element.children.filter(isElement).flatMap((child) => spilled(child));
  const seen: Seen = {
    parts: [],
    longTexts: [],
    unknown: Object.create(null),
    id: "",
    link: "",
    base: scope.base,
  };
  for (const child of children) {
    const inner = scopeInside(scope, child.attributes);
    const written = canonicalName(child.name, inner, feed.dialect);
    if (isItem(written, feed.dialect)) addItem(feed, child, inner);
    else
      note(feed, seen, child, { name: nameFor(written, feed.dialect), scope: inner, dialect: feed.dialect });
  }
  feed.items.push(finished(feed.dialect, element, scope, seen));
}

type Seen = {
  parts: string[];
  longTexts: string[];
  unknown: Record<string, string>;
  id: string;
  link: string;
  base: string | null;
};

function note(feed: Feed, seen: Seen, child: XmlElement, place: LeafPlace): void {
  const { name, scope } = place;
  seen.parts.push(writeChild(feed, child, { ...place, longTexts: seen.longTexts }));
  if (!names.knownLeaves.has(name) && !names.knownPrefixes.test(name)) {
    seen.unknown[child.name] = textIn(child).trim().slice(0, 10_000) || JSON.stringify(child.attributes);
  }
  if (name === "guid" || name === "id") seen.id ||= textIn(child).trim();
  const link = name === "link" ? textIn(child).trim() || (child.attributes["href"] ?? "") : "";
  // feedsmith reads the first link of RSS only.
  if (link !== "" && seen.link !== "" && place.dialect === "rss") {
    seen.parts.push(writeElement("atom:link", { rel: "alternate", href: resolve(link, scope.base) }, ""));
  }
  seen.link ||= link;
  // RSS has no place for the base of one text; it becomes the item's.
  if (place.dialect === "rss" && /^(?:description|content:encoded)$/.test(name)) seen.base = scope.base;
}

function finished(dialect: "rss" | "atom", element: XmlElement, scope: XmlScope, seen: Seen): CanonicalItem {
  const about = element.attributes["rdf:about"]?.trim() ?? "";
  const parts = [...fromAttributes(element, scope), ...seen.parts];
  if (dialect === "rss" && seen.id === "" && about !== "") {
    parts.push(`<guid ispermalink="false">${escape(about)}</guid>`);
  }
  const attributes = {
    ...(seen.base === null ? {} : { "xml:base": seen.base }),
    ...(scope.language === null ? {} : { "xml:lang": scope.language }),
  };
  return {
    xml: writeElement(dialect === "rss" ? "item" : "entry", attributes, parts.join("")),
    tombstone: null,
    longTexts: seen.longTexts,
    id: seen.id || about,
    link: seen.link,
    unknown: seen.unknown,
  };
}

// A tag somebody forgot to end swallowed what follows; it is given back.
function spilled(child: XmlElement): XmlElement[] {
  const at = child.children.findIndex((each) => isElement(each) && names.neverInText.has(each.name));
  if (at === -1) return [child];
  const rest = child.children.slice(at).filter(isElement);
  return [{ ...child, children: child.children.slice(0, at) }, ...rest.flatMap((each) => spilled(each))];
}

function writeChild(feed: Feed, element: XmlElement, place: LeafPlace): string {
  const children = element.children.filter(isElement);
  const person =
    /(?:author|contributor)$/.test(place.name) && children.some(({ name }) => names.personParts.has(name));
  if (!/^[a-z_][\w.:-]*$/.test(place.name)) return "";
  if ((person || names.groups[feed.dialect].has(place.name)) && children.length > 0) {
    const inner = children.map((child) => writeInside(feed, child, place));
    return writeElement(place.name, attributesOf(element.attributes, place), inner.join(""));
  }
  const leaf = readLeaf(element, place);
  if (leaf.shortened) feed.shortened++;
  return writeElement(place.name, leaf.attributes, escape(ticketFor(leaf.text, place)));
}

function writeInside(feed: Feed, child: XmlElement, { scope, dialect }: LeafPlace): string {
  const inner = scopeInside(scope, child.attributes);
  return writeChild(feed, child, { name: canonicalName(child.name, inner, dialect), scope: inner, dialect });
}

// CDF says address and time in attributes.
function fromAttributes({ attributes }: XmlElement, scope: XmlScope): string[] {
  const { href, lastmod } = attributes;
  return [
    ...(href === undefined ? [] : [writeElement("link", {}, escape(resolve(href, scope.base)))]),
    ...(lastmod === undefined ? [] : [writeElement("pubdate", {}, escape(lastmod))]),
  ];
}

const tombstone = (element: XmlElement): CanonicalItem => ({
  xml: "",
  tombstone: {
    ref: element.attributes["ref"]?.trim() ?? "",
    when: element.attributes["when"] ?? "",
    says: textIn(element).trim(),
  },
  longTexts: [],
  id: element.attributes["ref"]?.trim() ?? "",
  link: "",
  unknown: {},
});

const local = (name: string) => name.slice(name.indexOf(":") + 1);
