import type { PictureUse } from "../../story/picture.ts";
import type { Rights, Subject, WireItem } from "../../story/wire-item.ts";

/** Words as a feed gives them: HTML to be read, or text to be taken as it is. */
export type FeedWords = { readonly html: boolean; readonly text: string };

/**
 * One item of any feed format before it becomes a wire item. Dates are as written; addresses may be relative to
 * `base`; `bodyBase` holds for links in the content.
 */
export type FeedItem = {
  readonly id: string;
  readonly link: string;
  readonly base: string | null;
  readonly bodyBase: string | null;
  readonly language: string | null;
  readonly headline: FeedWords;
  readonly summary: FeedWords | null;
  readonly content: FeedWords | null;
  readonly authors: readonly string[];
  readonly dates: FeedDates;
  readonly subjects: readonly Subject[];
  readonly places: readonly string[];
  readonly section: string | null;
  readonly pictures: readonly PictureUse[];
  readonly kind: WireItem["kind"] | null;
  readonly source: { readonly name: string | null; readonly address: string | null };
  readonly rights: Partial<Rights>;
  readonly status: { readonly status: WireItem["status"]; readonly reason: string } | null;
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  readonly notes: readonly string[];
  readonly unmapped: Readonly<Record<string, unknown>>;
};

export type FeedDates = {
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly created?: string | undefined;
  readonly embargoed?: string | undefined;
  readonly expires?: string | undefined;
};

/** What an item takes over from its feed. */
export type FeedDefaults = {
  readonly language: string | null;
  readonly rightsNotice: string;
  readonly authors: readonly string[];
  readonly home: string | null;
  /** Ids that one document gives to items with different links; they identify nothing (CASES XML-15). */
  readonly sharedIds: ReadonlySet<string>;
};
