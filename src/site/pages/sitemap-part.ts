import { toIso, type Instant } from "../../base/clock.ts";
import { storyAddress } from "../../story/story-address.ts";
import { finished, markup } from "../markup.ts";
import { definePage, type Site } from "../page.ts";
import { refuse } from "../refusals.ts";
import { listPart, type Listing } from "../sitemaps/list-parts.ts";
import { loadListing } from "../sitemaps/load-listing.ts";
import { readMonth } from "../sitemaps/months.ts";
import { daysOf } from "../when.ts";

type Listed = { readonly path: string; readonly changedAt: Instant | null };

export const page = definePage<readonly Listed[]>({
  path: "/sitemap-:part.xml",
  type: "application/xml; charset=utf-8",
  cached: true,
  async load({ params }, site) {
    const part = params["part"] ?? "";
    const { tags, ...listing } = await loadListing(site);
    const view = part === "pages" ? await listFixed(site) : await listStories(part, site, listing);
    return { view, tags };
  },
  render: (listed, { origin }) =>
    finished(markup`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed.map(({ path, changedAt }) => markup`<url><loc>${origin}${path}</loc>${changedAt !== null && markup`<lastmod>${toIso(changedAt)}</lastmod>`}</url>\n`)}</urlset>
`),
});

/** Front, sections, partners, corrections. */
async function listFixed({ store }: Site): Promise<Listed[]> {
  const [sections, partners] = await Promise.all([store.read.sections.list(), store.read.partners.list()]);
  const agreed = partners.filter(({ agreement }) => agreement.agreed);
  const paths = [
    "/",
    ...sections.map(({ slug }) => `/${slug}`),
    "/partner",
    ...agreed.map(({ slug }) => `/partner/${encodeURIComponent(slug)}`),
    "/corrections",
  ];
  return paths.map((path) => ({ path, changedAt: null }));
}

/** Reads "2026-11" or "2026-11-2". */
async function listStories(name: string, { paper }: Site, listing: Listing): Promise<Listed[]> {
  const found = /^(\d{4}-\d\d)(?:-([2-9]|[1-9]\d{1,2}))?$/.exec(name);
  const month = readMonth(found?.[1] ?? "");
  if (month === undefined) throw refuse("page-not-found");
  const cards = await listPart(month, Number(found?.[2] ?? 1), listing);
  if (cards.length === 0) throw refuse("page-not-found");
  return cards.map((card) => ({ path: storyAddress(card, daysOf(paper)), changedAt: card.updatedAt }));
}
