import type { Instant } from "../../base/clock.ts";

/** Bytes as they came, kept before anything is read in them. */
export type Copy = {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly receivedAt: Instant;
  /** File name, address or "standard input". */
  readonly origin: string;
  readonly contentType: string | null;
  /** The base address for relative links, where known. */
  readonly address: string | null;
  readonly partner: string | null;
};

export type Copies = {
  add(copy: Copy): Promise<void>;
  find(id: string): Promise<Copy | undefined>;
  findByHash(hash: string): Promise<Pick<Copy, "id" | "receivedAt"> | undefined>;
  /** Puts copy aside with the reason it could not be filed. */
  setAside(id: string, why: string): Promise<void>;
  listSetAside(
    limit: number,
  ): Promise<readonly (Omit<Copy, "bytes"> & { readonly why: string; readonly size: number })[]>;
};
