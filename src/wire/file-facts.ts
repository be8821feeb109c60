import type { Instant } from "../base/clock.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { WireItem } from "../story/wire-item.ts";

/** Where the items of one copy came from and what is wanted of them. */
export type FilingFacts = {
  readonly copy: string;
  readonly format: string;
  readonly arrivedAt: Instant;
  readonly partner: Partner;
  readonly section: string | null;
  readonly publishes: boolean;
};

/** An item ready to be filed. `hash` is of the item as it was `read`, so that it does not depend on the arrival. */
export type ReadyItem = { readonly item: WireItem; readonly hash: string; readonly read: WireItem };
