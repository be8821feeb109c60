import type { Instant } from "../../base/clock.ts";
import type { WireItem } from "../../story/wire-item.ts";

/** A version as filed. `current` says whether it is the one that counts now. */
export type WireVersion = {
  readonly id: string;
  readonly wireItem: string;
  readonly copy: string;
  readonly format: string;
  readonly receivedAt: Instant;
  readonly hash: string;
  readonly item: WireItem;
  /** Same version key but other content than one already held: kept and flagged (WIRE.md 4.1). */
  readonly flagged: boolean;
};

export type FiledItem = {
  readonly id: string;
  readonly partner: string;
  readonly stableKey: string;
  readonly currentVersion: string;
  readonly status: WireItem["status"];
  readonly section: string | null;
};

export type WireItems = {
  find(id: string): Promise<FiledItem | undefined>;
  findByKeys(partner: string, stableKeys: readonly string[]): Promise<readonly FiledItem[]>;
  findVersion(id: string): Promise<WireVersion | undefined>;
  /** All versions of these items, without their bodies being judged; oldest first. */
  listVersions(wireItems: readonly string[]): Promise<readonly WireVersion[]>;
  addVersions(versions: readonly WireVersion[]): Promise<void>;
  set(...items: FiledItem[]): Promise<void>;
};
