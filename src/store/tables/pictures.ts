import type { Instant } from "../../base/clock.ts";

/** A kept picture file and what is known of its rights. The bytes lie in the data folder under the hash. */
export type Picture = {
  readonly id: string;
  /** SHA-256 of the original bytes, hexadecimal; the name of its file. */
  readonly hash: string;
  readonly type: "image/jpeg" | "image/png" | "image/webp" | "image/avif" | "image/gif" | "image/svg+xml";
  readonly width: number;
  readonly height: number;
  readonly address: string | null;
  readonly credit: string;
  readonly rights: string;
  readonly addedAt: Instant;
};

export type Pictures = {
  find(id: string): Promise<Picture | undefined>;
  findByHash(hash: string): Promise<Picture | undefined>;
  findByAddress(address: string): Promise<Picture | undefined>;
  add(picture: Picture): Promise<void>;
};
