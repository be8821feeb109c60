import type { WireItem } from "./wire-item.ts";

/**
 * What became of one version when it was filed, handed from the wire to the desk inside one transaction.
 * new = first version of its item · update = newer than what we had · older = kept, not applied ·
 * same = this very version is here already (nothing was written).
 */
export type Filed = {
  readonly became: "new" | "update" | "older" | "same";
  readonly partner: string;
  readonly wireItem: string;
  readonly version: string;
  readonly item: WireItem;
  /** Same version key as one already held but other content (WIRE.md 4.1): for a person to look at. */
  readonly flagged: boolean;
};
