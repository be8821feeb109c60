import { escape } from "./escape.ts";
import { addressAttributes, addressLeaves, typedTexts, voidTags } from "./feed-names.ts";
import { canonicalName, resolve, type Attributes, type XmlScope } from "./xml-scope.ts";
import { isElement, type XmlElement } from "./xml-tree.ts";

/** The longest text of one element that is kept; a long novel has half of it (XML-06). */
const mostText = 2_000_000;

export type LeafPlace = {
  readonly name: string;
  readonly scope: XmlScope;
  readonly dialect: "rss" | "atom";
  readonly longTexts?: string[];
};
export type Leaf = { readonly attributes: Attributes; readonly text: string; readonly shortened: boolean };

/** The text of a leaf as feedsmith shall see it, and its attributes under our names. */
export function readLeaf(element: XmlElement, place: LeafPlace): Leaf {
  const attributes = attributesOf(element.attributes, place);
  const typed = typedTexts.test(place.name) && (place.dialect === "atom" || place.name.startsWith("atom:"));
  const read = typed ? typedText(element, attributes) : plainText(element, attributes, place);
  return {
    attributes: { ...read.attributes, ...inherited(place.scope, typed) },
    text: read.text.slice(0, mostText),
    shortened: read.text.length > mostText,
  };
}

/** An element and what is in it as one line of XML. */
export function writeElement(name: string, attributes: Attributes, inner: string): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${pairs.join("")}>${inner}</${name}>`;
}

/** Attributes by namespace; xmlns and xml: are dropped, addresses are made absolute where a base is given. */
export function attributesOf(attributes: Attributes, { scope, dialect }: LeafPlace): Record<string, string> {
  const kept: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) {
    if (/^xml(?:ns)?(?:$|:)/.test(name) || !/^[a-z_][\w.:-]*$/.test(name)) continue;
    const written = name.includes(":") ? canonicalName(name, scope, dialect) : name;
    kept[written.replace(/[()/]/g, "_")] = addressAttributes.has(written)
      ? resolve(value, scope.base)
      : value;
  }
  return kept;
}

type Read = { readonly attributes: Attributes; readonly text: string };

function plainText(element: XmlElement, attributes: Attributes, { name, scope }: LeafPlace): Read {
  const text = hasMarkup(element) ? markupIn(element, true) : textIn(element);
  if (!addressLeaves.has(name)) return { attributes, text };
  const address = text.trim() === "" ? (attributes["href"] ?? "") : text;
  return { attributes, text: address === "" ? "" : resolve(address, scope.base) };
}

/**
 * Atom 1.0 says text, html or xhtml; Atom 0.3 says a MIME type and a mode (xml, escaped, base64). Afterwards there
 * are only "text", "html" and, for what is neither, the type as given.
 */
function typedText(element: XmlElement, { type = "", mode = "", ...rest }: Attributes): Read {
  const kind = type.trim().toLowerCase();
  const html = /^(?:x?html|text\/html|application\/xhtml\+xml)$/.test(kind);
  const as = (name: string, text: string): Read => ({ attributes: { ...rest, type: name }, text });
  if (mode === "base64") return as(html ? "html" : "text", fromBase64(textIn(element)));
  // Text sent as a file of no kind: in the wild that is HTML.
  if (kind === "application/octet-stream") return as("html", fromBase64(textIn(element)));
  if (hasMarkup(element) && (html || !kind.includes("/") || kind.startsWith("text/"))) {
    return as("html", markupIn(element, !/xhtml/.test(kind)));
  }
  if (/xhtml/.test(kind) || (html && mode === "xml")) return as("html", markupIn(element, false));
  if (html) return as("html", textIn(element));
  if (kind === "" || kind === "text" || kind.startsWith("text/")) return as("text", textIn(element));
  return as(kind, textIn(element));
}

function inherited({ base, language }: XmlScope, typed: boolean): Attributes {
  return typed
    ? {
        ...(base === null ? {} : { "xml:base": base }),
        ...(language === null ? {} : { "xml:lang": language }),
      }
    : {};
}

const hasMarkup = (element: XmlElement) => element.children.some(isElement);

/** All text below, tags left out. */
export const textIn = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? textIn(child) : child.text)).join("");

/** What stands inside as HTML. In XHTML a CDATA section is text; naked markup in RSS writes HTML in it. */
function markupIn(element: XmlElement, cdataIsHtml: boolean): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return child.raw && cdataIsHtml ? child.text : escape(child.text);
      const tag = child.name.slice(child.name.indexOf(":") + 1);
      const pairs = Object.entries(child.attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
      const end = voidTags.test(tag) ? "" : `${markupIn(child, cdataIsHtml)}</${tag}>`;
      return `<${tag}${pairs.join("")}>${end}`;
    })
    .join("");
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(Buffer.from(text, "base64"));
}
