import type { Clock } from "../base/clock.ts";
import type { Ids } from "../base/ids.ts";
import type { Filed } from "../story/filed.ts";
import type { Store } from "../store/store.ts";
import type { Tables } from "../store/tables.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { ParsedItem } from "./format.ts";

/** Copy as it came in: by hand, by poll, by push. `section` is where its stories belong unless the copy says so itself. */
export type Arrival = {
  readonly bytes: Uint8Array;
  /** File name, address or "standard input". */
  readonly origin: string;
  readonly contentType: string | null;
  /** The base address for relative links, where known. */
  readonly address: string | null;
  readonly partner: Partner;
  readonly section: string | null;
  readonly publishes: boolean;
};

export type ArrivalFacts = Pick<Arrival, "partner" | "section" | "publishes">;

/** What reading bytes gave. `code` is one of the wire's refusals. */
export type ReadCopy =
  | {
      readonly became: "read";
      readonly format: string;
      readonly damage: string | null;
      readonly items: readonly ParsedItem[];
    }
  | { readonly became: "unreadable"; readonly code: string; readonly says: string };

/** What the wire is handed. `follow` is the desk's rule for what was filed; it answers one for one, in order. */
export type WireRoom<Followed> = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  parse(bytes: Uint8Array, facts: Pick<Arrival, "contentType" | "address">): Promise<ReadCopy>;
  follow(tables: Tables, filed: readonly Filed[], facts: ArrivalFacts): Promise<readonly Followed[]>;
};
