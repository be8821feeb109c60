import type { Clock } from "../base/clock.ts";
import type { Ids } from "../base/ids.ts";
import type { Store } from "../store/store.ts";
import type { CopyCheck } from "./check.ts";

/** What the desk is handed. `zone` is the paper's time zone ("Europe/London"). */
export type Desk = {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly checks: readonly CopyCheck[];
  readonly zone: string;
};

/** All of it except the store: what an action inside somebody else's transaction needs. */
export type DeskRules = Omit<Desk, "store">;
