import { hash } from "node:crypto";
import type { Clock, Instant } from "../base/clock.ts";
import type { Ids } from "../base/ids.ts";
import type { Store } from "../store/store.ts";

export type Arrived = {
  readonly bytes: Uint8Array;
  readonly origin: string;
  readonly contentType: string | null;
  readonly address: string | null;
  readonly partner: { readonly id: string };
};

/** `first` is false when these very bytes had been kept before, `aside` true when they could not be filed then. */
export type KeptCopy = {
  readonly id: string;
  readonly arrivedAt: Instant;
  readonly first: boolean;
  readonly aside: boolean;
};

/**
 * Keeps a partner's bytes as they came, durably, before anything is read in them: whatever fails later, a mended
 * reader can run over them again. The same bytes twice are kept once.
 */
export async function keepCopy(
  arrived: Arrived,
  { store, clock, ids }: { store: Store; clock: Clock; ids: Ids },
): Promise<KeptCopy> {
  const sum = hash("sha256", arrived.bytes, "hex");
  const arrivedAt = clock.now();
  return store.together(async ({ copies }) => {
    const before = await copies.findByHash(sum);
    if (before) return { id: before.id, arrivedAt, first: false, aside: before.why !== null };
    const { bytes, origin, contentType, address, partner } = arrived;
    const id = ids.next();
    await copies.add({
      id,
      bytes,
      hash: sum,
      receivedAt: arrivedAt,
      origin,
      contentType,
      address,
      partner: partner.id,
    });
    return { id, arrivedAt, first: true, aside: false };
  });
}
