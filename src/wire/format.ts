import type { WireItem } from "../story/wire-item.ts";

/** Copy as decoded text, with what is known of where it came from. `address` is the base for relative links. */
export type CopyText = {
  readonly text: string;
  readonly contentType: string | null;
  readonly address: string | null;
};

/** What a format made of copy. `damage` says what was wrong although items could be read ("cut after 12 of 20"). */
export type Parsed =
  | { readonly items: readonly ParsedItem[]; readonly feed: FeedFacts | null; readonly damage: string | null }
  | { readonly unreadable: string };

/** The same, its items made one at a time as they are asked for: for documents of thousands. */
export type ParsedEach =
  | { readonly items: Iterable<ParsedItem>; readonly feed: FeedFacts | null; readonly damage: string | null }
  | { readonly unreadable: string };

/** One item of a document, or the reason it alone could not be read. */
export type ParsedItem = { readonly item: WireItem } | { readonly refused: string; readonly at: string };

export type FeedFacts = {
  readonly title: string;
  readonly home: string | null;
  readonly language: string | null;
};

/** One file in `formats/`, held by the contract test: a text belongs to exactly one format. Never throws on bad copy. */
export type WireFormat = {
  readonly name: string;
  recognises(copy: CopyText): boolean;
  parse(copy: CopyText): Parsed;
  /** Formats of many items give this too; `parse` answers the same, all at once. */
  parseEach?(copy: CopyText): ParsedEach;
};

/** `parse` of a format that has `parseEach`. */
export const allOf = (each: ParsedEach): Parsed =>
  "unreadable" in each ? each : { ...each, items: [...each.items] };
