import { Refusal } from "../base/refusal.ts";
import type { Ask, Page, Site } from "../site/page.ts";
import type { Rendered } from "./kept-page.ts";
import { headersOf, type Header } from "./send.ts";

/** load → render → the bytes and headers of one page. A refusal becomes its own page; a fault is thrown. */
export async function renderPage(
  page: Page<unknown>,
  ask: Ask,
  { site, drawRefusal }: { site: Site; drawRefusal: DrawRefusal },
): Promise<Rendered> {
  try {
    return await renderLoaded(page, ask, site);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return renderRefused(refusedBy(cause), { site, drawRefusal });
  }
}

/** How the site draws a refusal: a whole HTML page. */
export type DrawRefusal = (refused: Refused, site: Pick<Site, "paper" | "origin">) => string;

/** `id` names a fault in the log; null for a refusal. */
export type Refused = Pick<Refusal, "code" | "status" | "says"> & { readonly id: string | null };

/** A refusal as a page. One that is not there is kept for seconds, anything else not at all. */
export function renderRefused(
  refused: Refused,
  { site, drawRefusal }: { site: Site; drawRefusal: DrawRefusal },
): Rendered {
  const headers = headersOf("notice", { type: "text/html; charset=utf-8", origin: site.origin });
  return {
    status: refused.status,
    headers: [...headers, ...moreHeaders(refused.status), ["X-Robots-Tag", "noindex"]],
    body: Buffer.from(drawRefusal(refused, site)),
    tags: [],
    keep: refused.status === 404 ? "briefly" : "not",
  };
}

export const refusedBy = ({ code, status, says }: Refusal, id: string | null = null): Refused => ({
  code,
  status,
  says,
  id,
});

/** Somewhere else to go. */
export function renderMoved(to: string, origin: string): Rendered {
  const headers = headersOf("notice", { type: "text/plain; charset=utf-8", origin });
  return {
    status: 301,
    headers: [...headers, ["Location", to]],
    body: Buffer.from(`Moved to ${to}\n`),
    tags: [],
    keep: "not",
  };
}

async function renderLoaded(page: Page<unknown>, ask: Ask, site: Site): Promise<Rendered> {
  const loaded = await page.load(ask, site);
  if ("moved" in loaded) return renderMoved(loaded.moved, site.origin);
  const drawn = String(await page.render(loaded.view, site));
  const kind = page.type.startsWith("text/html") ? "page" : "machine";
  const unlisted: Header[] = loaded.noindex ? [["X-Robots-Tag", "noindex"]] : [];
  return {
    status: loaded.status ?? 200,
    headers: [...headersOf(kind, { type: page.type, origin: site.origin }), ...unlisted],
    body: Buffer.from(drawn),
    tags: loaded.tags,
    keep: page.cached ? "until-changed" : "not",
  };
}

function moreHeaders(status: number): Header[] {
  if (status === 405) return [["Allow", "GET, HEAD"]];
  return status === 503 ? [["Retry-After", "10"]] : [];
}
