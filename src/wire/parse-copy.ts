import { join } from "node:path";
import { loadFolder } from "../base/folder.ts";
import { decodeCopy } from "./decode.ts";
import { whyNoText } from "./no-text.ts";
import type { CopyText, FeedFacts, ParsedItem, WireFormat } from "./format.ts";
import { guardCopy, tooLarge } from "./guard.ts";

/** Where bytes came from: the content type they were sent with, and their address, the base of relative links. */
export type CopyOrigin = { readonly contentType: string | null; readonly address: string | null };

export type ReadCopy = {
  readonly format: string;
  readonly charset: string;
  readonly feed: FeedFacts | null;
  readonly damage: string | null;
  readonly items: Iterable<ParsedItem>;
};
export type Unreadable = { readonly unreadable: string };
export type ParsedCopy = (Omit<ReadCopy, "items"> & { readonly items: readonly ParsedItem[] }) | Unreadable;

/** Every format of `formats/`. */
export const loadFormats = (): Promise<readonly WireFormat[]> =>
  loadFolder<WireFormat>(join(import.meta.dirname, "formats"), "format");

/** The whole way from bytes to wire items in this thread: decode, guard, recognise, parse. Never throws on bad copy. */
export async function parseHere(bytes: Uint8Array, origin: CopyOrigin): Promise<ParsedCopy> {
  const read = readCopy(bytes, origin, await loadFormats());
  return "unreadable" in read ? read : { ...read, items: [...read.items] };
}

/** The same with the formats given and the items made one at a time. */
export function readCopy(
  bytes: Uint8Array,
  { contentType, address }: CopyOrigin,
  formats: readonly WireFormat[],
): ReadCopy | Unreadable {
  const large = tooLarge(bytes.byteLength);
  if (large !== null) return { unreadable: large };
  const noText = whyNoText(bytes);
  if (noText !== null) return { unreadable: noText };
  const { text: decoded, charset, replaced } = decodeCopy(bytes, { contentType });
  const guarded = guardCopy(decoded);
  if ("unreadable" in guarded) return guarded;
  if (guarded.text.trim() === "") return { unreadable: "The copy is empty." };
  const copy = { text: guarded.text, contentType, address };
  const format = recognise(copy, formats);
  if ("unreadable" in format) return format;
  const parsed = format.parseEach?.(copy) ?? format.parse(copy);
  if ("unreadable" in parsed) return parsed;
  return {
    ...parsed,
    format: format.name,
    charset,
    damage: parsed.damage ?? (replaced ? brokenCharacters : null),
  };
}

const brokenCharacters = "Some characters could not be read and stand as \uFFFD.";

function recognise(copy: CopyText, formats: readonly WireFormat[]): WireFormat | Unreadable {
  const [format, ...others] = formats.filter((each) => each.recognises(copy));
  if (format === undefined) {
    return {
      unreadable:
        "The copy is in no format Offstone knows: no feed, no news item, no page with a story; send the whole page, with its headline.",
    };
  }
  // The contract test of formats/ keeps this from happening to the samples; in the wild it must not be a guess.
  if (others.length > 0) {
    const names = [format, ...others].map(({ name }) => name).join(" and ");
    return { unreadable: `The copy could be ${names}, so it cannot be told which it is.` };
  }
  return format;
}
