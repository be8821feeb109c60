import type { ParsedItem } from "../../src/wire/format.ts";
import { parseHere, type CopyOrigin, type ParsedCopy } from "../../src/wire/parse-copy.ts";
import { htmlText } from "../../src/wire/feed/html-text.ts";
import type { Body } from "../../src/story/body.ts";
import type { WireItem } from "../../src/story/wire-item.ts";

/** One value another library expects of a file, and whether ours is the same. */
export type Check = {
  readonly file: string;
  readonly what: "title" | "link" | "date" | "content" | "author";
  readonly expected: string;
  readonly ours: string;
  readonly agrees: boolean;
};

export type Good = Exclude<ParsedCopy, { unreadable: string }>;

/**
 * Many test files hold an item with nothing but the one element they are about. An item without headline, text and
 * link is refused by us, so those are read again with a file put in.
 */
export async function parseWithFiles(bytes: Uint8Array, origin: CopyOrigin): Promise<ParsedCopy> {
  const copy = await parseHere(bytes, origin);
  if ("unreadable" in copy || !copy.items.some((item) => "refused" in item)) return copy;
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/<item(?:\s[^>]*)?>/gi, '$&<enclosure url="http://file.test/a"/>')
    .replace(/<entry(?:\s[^>]*)?>/gi, '$&<link rel="enclosure" href="http://file.test/a"/>');
  return parseHere(new TextEncoder().encode(text), origin);
}

export const itemsOf = (copy: Good): (WireItem | null)[] =>
  copy.items.map((each: ParsedItem) => ("item" in each ? each.item : null));

/** Texts are the same when a reader would see the same words, whatever tags or blanks stand between them. */
export function sameText(expected: string, ours: readonly string[]): boolean {
  const wanted = [expected, htmlText(expected), htmlText(htmlText(expected))].map(squash);
  return ours.some((text) => wanted.includes(squash(text)));
}

const squash = (text: string) => text.normalize("NFC").replace(/[\s\u00a0\u200b]+/gu, "");

/** Addresses are the same when a browser would go to the same place. */
export function sameAddress(expected: string, ours: readonly (string | null)[], base: string): boolean {
  const wanted = URL.parse(expected, base)?.href;
  return ours.some((address) => address !== null && URL.parse(address, base)?.href === wanted);
}

export const sameInstant = (expected: number, ours: readonly (number | null)[]): boolean =>
  ours.some((instant) => instant !== null && Math.abs(instant - expected) < 1000);

/** All words of a wire item's text, standfirst and body apart. */
export const textsOf = ({ standfirst, body }: WireItem): string[] => [standfirst, wordsIn(body)];

const wordsIn = (body: Body): string => {
  const parts: string[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    if ("text" in node && typeof node.text === "string") parts.push(node.text);
    if ("content" in node && Array.isArray(node.content)) node.content.forEach(walk);
  };
  walk(body);
  return parts.join(" ");
};
