import { parseFragment } from "parse5";

/**
 * Writes the named characters of HTML ("&eacute;") as themselves, which XML does not know but feeds have used ever
 * since the DTD of RSS 0.91 named them. The five of XML stay, so does everything inside CDATA.
 */
export function withoutNamedEntities(text: string): string {
  if (!/&(?!amp;|lt;|gt;|quot;|apos;|#)[A-Za-z]/.test(text)) return text;
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cdata = text.indexOf("<![CDATA[", at);
    const start = cdata === -1 ? text.length : cdata;
    const close = text.indexOf("]]>", start);
    const end = close === -1 ? text.length : close;
    parts.push(
      text.slice(at, start).replace(/&[A-Za-z][A-Za-z0-9]{1,31};/g, character),
      text.slice(start, end),
    );
    at = end;
  }
  return parts.join("");
}

const cache = new Map<string, string>();

function character(entity: string): string {
  const known = cache.get(entity);
  if (known !== undefined) return known;
  const node = parseFragment(entity).childNodes[0];
  const value = node && "value" in node ? node.value : entity;
  const safe = /[&<>"']/.test(value) ? entity : value;
  if (cache.size < 5000) cache.set(entity, safe);
  return safe;
}
