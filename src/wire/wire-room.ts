import type { Clock } from "../base/clock.ts";
import type { Ids } from "../base/ids.ts";
import type { Filed } from "../story/filed.ts";
import type { Store } from "../store/store.ts";
import type { Tables } from "../store/tables.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { ParsedItem } from "./format.ts";

/** Copy as it came in: by hand, by poll, by push. */
export type Arrival = {
  readonly bytes: Uint8Array;
  /** File name, address or "standard input". */
  readonly origin: string;
  readonly contentType: string | null;
  /** The base address for relative links, where known. */
  readonly address: string | null;
  readonly partner: Partner;
  /** Where its stories belong, by slug; null: where the copy itself says. */
  readonly section: string | null;
  readonly publishes: boolean;
};

export type ArrivalFacts = Pick<Arrival, "partner" | "section" | "publishes">;

/** Copy while it is read: items arrive in pieces, `ended` says after the last what was wrong, if anything. */
export type CopyBeingRead =
  | {
      readonly format: string;
      readonly damage: string | null;
      readonly chunks: AsyncIterable<readonly ParsedItem[]>;
      readonly ended: Promise<string | null>;
    }
  | { readonly unreadable: string };

/** What the wire is handed; the parse room spread into it gives `parseInChunks`. */
export type WireRoom<Followed> = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  parseInChunks(bytes: Uint8Array, from: Pick<Arrival, "contentType" | "address">): Promise<CopyBeingRead>;
  /** The desk's rule for what was filed; answers one for one, in order, in the transaction that files. */
  follow(tables: Tables, filed: readonly Filed[], facts: ArrivalFacts): Promise<readonly Followed[]>;
};
