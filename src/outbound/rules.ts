import { seconds } from "../base/clock.ts";

/** How long each part of a fetch may take, in milliseconds. `total` counts from the first look-up to the last byte, all redirects included. */
export type Limits = {
  readonly lookup: number;
  readonly connect: number;
  readonly tls: number;
  readonly firstByte: number;
  readonly total: number;
};

/** What is fetched decides how large it may be and what is asked for. */
export type Kind = "feed" | "page" | "picture";

/** The operator's word on the way out. Proxies are not taken from the environment (CASES NET-07). */
export type OutboundRules = {
  /** Who asks, with a way to reach us: "Offstone/0.1 (+https://paper.example)". */
  readonly userAgent: string;
  readonly ports: readonly number[];
  /** Names under which this newsroom itself is reached: never fetched (NET-08). */
  readonly ownNames: readonly string[];
  readonly limits: Limits;
  /** Largest answer in bytes, before and after unpacking. */
  readonly most: Readonly<Record<Kind, number>>;
  readonly redirects: number;
  readonly atOnce: { readonly perHost: number; readonly overall: number };
  /** More certificate authorities to believe (PEM), for a house's own; null = the usual ones alone. */
  readonly trusts: string | null;
};

const mebibytes = (count: number) => count * 1024 * 1024;

export const usualRules: OutboundRules = {
  userAgent: "Offstone/0.1",
  ports: [80, 443],
  ownNames: [],
  limits: {
    lookup: seconds(5),
    connect: seconds(5),
    tls: seconds(5),
    firstByte: seconds(10),
    total: seconds(30),
  },
  most: { feed: mebibytes(15), page: mebibytes(30), picture: mebibytes(30) },
  redirects: 5,
  atOnce: { perHost: 2, overall: 16 },
  trusts: null,
};
