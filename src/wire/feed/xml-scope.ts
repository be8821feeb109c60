import { namespaces } from "./namespaces.data.ts";

/** What an element inherits: namespace prefixes ("" = default), base address, language. */
export type XmlScope = {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly base: string | null;
  readonly language: string | null;
};
export type Attributes = Readonly<Record<string, string>>;

/** The scope inside an element with these attributes (names in lower case). */
export function scopeInside(outer: XmlScope, attributes: Attributes): XmlScope {
  let prefixes: Record<string, string> | null = null;
  for (const name in attributes) {
    if (!name.startsWith("xmlns")) continue;
    prefixes ??= Object.assign(bare<string>(), outer.prefixes);
    prefixes[name.slice(6)] = prefixOf(attributes[name] ?? "");
  }
  const base = attributes["xml:base"];
  const language = attributes["xml:lang"];
  if (prefixes === null && base === undefined && language === undefined) return outer;
  return {
    prefixes: prefixes ?? outer.prefixes,
    base: base === undefined ? outer.base : resolve(base, outer.base),
    language: language === undefined ? outer.language : language.trim() || null,
  };
}

/** The same scope with one prefix meaning something else. */
export const withPrefix = (scope: XmlScope, prefix: string, meaning: string): XmlScope => ({
  ...scope,
  prefixes: Object.assign(bare<string>(), scope.prefixes, { [prefix]: meaning }),
});

export const outermost = (base: string | null): XmlScope => ({
  prefixes: bare<string>(),
  base,
  language: null,
});

/**
 * The name we write for an element or attribute: by the address of its namespace, not by its prefix (XML-13).
 * `own` is the namespace of the root, whose elements have no prefix. A prefix nobody declared keeps its usual sense;
 * one that was declared as something we do not know is marked, so that it is not taken for something we do.
 */
export function canonicalName(name: string, scope: XmlScope, own: string): string {
  const colon = name.indexOf(":");
  const prefix = colon === -1 ? "" : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const known = scope.prefixes[prefix];
  const written = known ?? (prefix === "rss" ? "" : prefix);
  if (written === own || written === "rss") return local;
  return written === "" ? local : `${written}:${local}`;
}

/** Makes a relative address absolute; one that already has a scheme keeps its spelling. */
export function resolve(address: string, base: string | null): string {
  const wanted = address.trim();
  if (base === null || /^[a-z][a-z0-9+.-]*:/i.test(wanted)) return wanted;
  return URL.parse(wanted, base)?.href ?? wanted;
}

function prefixOf(namespace: string): string {
  const key = namespace
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/#]+$/, "");
  return key === "" ? "" : (namespaces[key] ?? `unknown(${key})`);
}

// No prototype: an attribute may be called anything (XML-08).
const bare = <Value>(): Record<string, Value> => Object.create(null);
