import { roots } from "./feed-names.ts";

/** Which family of XML feeds a text belongs to, by its first element; null for every other text. */
export function feedRootOf(text: string): "rss" | "atom" | null {
  const head = text.slice(0, 65_536);
  const declared = head.search(/<\?xml[\s?]/i);
  const name = firstElement(head, Math.max(0, declared));
  const local = name.slice(name.indexOf(":") + 1);
  const dialect = roots[local] ?? null;
  return dialect !== null && isSure(local, text) ? dialect : null;
}

// <rss> says enough; the other names are used by more than feeds.
function isSure(root: string, text: string): boolean {
  if (root === "rdf")
    return /<(?:\w+:)?(?:channel|item)[\s>]|purl\.org\/rss\/1\.0|rdf\/simple\/0\.9/i.test(text);
  if (root === "entry") return /(?:w3\.org\/2005\/Atom|purl\.org\/atom\/ns)/i.test(text);
  if (root === "feed") {
    return /(?:w3\.org\/2005\/Atom|purl\.org\/atom\/ns)|<(?:\w+:)?(?:entry|title|updated)[\s>]/i.test(text);
  }
  return true;
}

function firstElement(text: string, from: number): string {
  let at = text.indexOf("<", from);
  while (at !== -1) {
    const [opens, closes] = text.startsWith("<!--", at) ? [4, "-->"] : [1, ">"];
    if (!/[!?/\s]/.test(text.charAt(at + 1)))
      return /^[^\s/>]*/.exec(text.slice(at + 1, at + 100))?.[0].toLowerCase() ?? "";
    const end = text.indexOf(closes, at + opens);
    at = end === -1 ? -1 : text.indexOf("<", end + 1);
  }
  return "";
}
