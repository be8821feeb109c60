import type { Clock, Instant } from "../base/clock.ts";
import type { Ids } from "../base/ids.ts";
import type { Outbound } from "../outbound/client.ts";
import type { Tables } from "../store/tables.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { Source } from "../store/tables/sources.ts";

/** Copy that came by poll, as the intake takes it. */
export type PolledCopy = {
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly contentType: string | null;
  readonly address: string;
  readonly partner: Partner;
  readonly section: string | null;
  readonly publishes: boolean;
};

/** What polling reads of the intake's answer. */
export type TakenIn =
  | { readonly became: "filed"; readonly items: readonly { readonly became: string }[] }
  | { readonly became: "set-aside"; readonly code: string; readonly says: string };

export type PollRoom = {
  readonly outbound: Outbound;
  readonly store: {
    readonly read: Pick<Tables, "partners">;
    together<Result>(work: (tables: Pick<Tables, "sources" | "events">) => Promise<Result>): Promise<Result>;
  };
  readonly clock: Pick<Clock, "now">;
  readonly ids: Ids;
  /** A number from 0 to 1, for spreading. */
  readonly chance: () => number;
  readonly intake: (copy: PolledCopy) => Promise<TakenIn>;
};

/** What became of a poll. `source` is as it was saved; null when it was removed or changed meanwhile. */
export type Polled = {
  readonly became: "new-copy" | "nothing-new" | "failed";
  readonly source: Source | null;
};

/** What a poll found out, before it is written down. */
export type Finding = {
  readonly became: Polled["became"];
  readonly change: Partial<Source>;
  readonly retryAt: Instant | null;
};
