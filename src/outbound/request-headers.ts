import type { Target } from "./read-address.ts";
import type { Kind, OutboundRules } from "./rules.ts";

export type FetchOptions = {
  /** "page" where nothing is said. Decides the size allowed and what is asked for. */
  readonly kind?: Kind;
  /** Validators of the last whole answer, sent back byte for byte. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** Headers for one origin only ("https://wire.example"): never sent to another, redirected or not (CASES F6). */
  readonly credentials?: { readonly origin: string; readonly headers: Readonly<Record<string, string>> };
  readonly signal?: AbortSignal;
};

const accepts: Readonly<Record<Kind, string>> = {
  feed: "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5",
  page: "text/html, application/xhtml+xml, application/json;q=0.9, */*;q=0.5",
  picture: "image/avif, image/webp, image/jpeg, image/png, image/gif;q=0.8",
};

/** What we say of ourselves: no cookie, no referrer, no language; credentials to their own origin alone. */
export function requestHeaders(
  target: Target,
  { kind = "page", etag, lastModified, credentials }: FetchOptions,
  { userAgent }: Pick<OutboundRules, "userAgent">,
): Readonly<Record<string, string>> {
  return {
    ...(credentials?.origin === target.url.origin ? credentials.headers : {}),
    "user-agent": userAgent,
    accept: accepts[kind],
    "accept-encoding": "gzip, deflate, br, zstd",
    ...(etag ? { "if-none-match": etag } : {}),
    ...(lastModified ? { "if-modified-since": lastModified } : {}),
  };
}
