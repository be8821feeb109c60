import type { Instant } from "../base/clock.ts";
import type { OutboundCode } from "./refusals.ts";
import type { Phase } from "./trip.ts";

/** One step of a fetch: which address was asked and with what status it answered. */
export type Hop = { readonly address: string; readonly status: number };

/** Header names in small letters; a header that came twice is joined with a comma. Values are the bytes sent, as latin-1. */
export type AnswerHeaders = Readonly<Record<string, string>>;

/**
 * Whether all of the body came. "proven": by its length or its last chunk. "unproven": it ended with the connection,
 * which also a cut one does, so only the reader of the content can tell. "cut": part of it is certainly missing.
 * Validators may be kept of a whole body only (CASES F4).
 */
export type Completeness = "proven" | "unproven" | "cut";

export type Page = {
  readonly became: "fetched";
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** Unpacked; never empty. */
  readonly bytes: Uint8Array;
  /** Where the last redirect led. */
  readonly address: string;
  readonly hops: readonly Hop[];
  readonly complete: Completeness;
};

export type FetchFailure = {
  readonly became: "failed";
  readonly code: OutboundCode;
  /** One sentence for people; it names the phase where one took too long. */
  readonly says: string;
  readonly phase: Phase;
  readonly hops: readonly Hop[];
  /** Of the last answer, where there was one. */
  readonly status: number | null;
  /** When the other side wants to be asked again (Retry-After), between one minute and a day ahead. */
  readonly retryAt: Instant | null;
};

/** What became of a fetch. Nothing that the other side does is thrown. */
export type Fetched =
  | Page
  | { readonly became: "unchanged"; readonly headers: AnswerHeaders; readonly hops: readonly Hop[] }
  | FetchFailure;
