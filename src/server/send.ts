import { styleHashes } from "../site/style.ts";

/** One header line. */
export type Header = readonly [name: string, value: string];

/**
 * What kind of reply leaves. Every reply of the server is one of these, so that none goes without its headers (ACL-24).
 * page = HTML for people · machine = feeds, sitemaps, robots · asset = named by its content, for ever ·
 * picture = a rendition · notice = refusals, redirects, probes: never kept by anybody.
 */
export type ReplyClass = "page" | "machine" | "asset" | "picture" | "notice";

// No script runs on a page, so nothing of it connects; but what judges pages asks for /robots.txt in their name.
const noScript =
  `default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self' ${styleHashes.join(" ")}; ` +
  "font-src 'self'; manifest-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const policies: Record<ReplyClass, string> = {
  page: noScript,
  machine: nothing,
  asset: nothing,
  picture: nothing,
  notice: noScript,
};

// A page or a picture may be kept by a browser, never used without asking: a kill is true at once, an unchanged page costs a 304.
const keeping: Record<ReplyClass, string> = {
  page: "public, max-age=0, must-revalidate",
  machine: "public, max-age=0, must-revalidate",
  asset: "public, max-age=31536000, immutable",
  picture: "public, max-age=0, must-revalidate",
  notice: "no-store",
};

// Feed readers in a browser, and partners who may print our pictures, draw from another origin; pages may not be drawn in.
const drawnBy: Record<ReplyClass, string> = {
  page: "same-origin",
  machine: "cross-origin",
  asset: "cross-origin",
  picture: "cross-origin",
  notice: "same-origin",
};

const unused = "accelerometer camera display-capture geolocation gyroscope microphone midi payment usb".split(
  " ",
);
const permissions = [...unused, "browsing-topics", "interest-cohort"].map((each) => `${each}=()`).join(", ");

/** The headers every reply of this class carries. `type` is the Content-Type with its charset; `origin` the public address. */
export function headersOf(kind: ReplyClass, { type, origin }: { type: string; origin: string }): Header[] {
  return [
    ["Content-Type", type],
    ["Cache-Control", keeping[kind]],
    ["Content-Security-Policy", policies[kind]],
    ["X-Content-Type-Options", "nosniff"],
    ["Referrer-Policy", "strict-origin-when-cross-origin"],
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", drawnBy[kind]],
    ["Permissions-Policy", permissions],
    ...(origin.startsWith("https://") ? [strictTransport] : []),
  ];
}

const strictTransport: Header = ["Strict-Transport-Security", "max-age=31536000; includeSubDomains"];
