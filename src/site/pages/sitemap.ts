import { finished, markup } from "../markup.ts";
import { definePage } from "../page.ts";
import { listParts } from "../sitemaps/list-parts.ts";
import { loadListing } from "../sitemaps/load-listing.ts";

export const page = definePage<readonly string[]>({
  path: "/sitemap.xml",
  type: "application/xml; charset=utf-8",
  cached: true,
  async load(_, site) {
    const { tags, ...listing } = await loadListing(site);
    return { view: await listParts(listing), tags };
  },
  render: (parts, { origin }) =>
    finished(markup`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>${origin}/sitemap-pages.xml</loc></sitemap>
${parts.map((part) => markup`<sitemap><loc>${origin}/sitemap-${part}.xml</loc></sitemap>\n`)}</sitemapindex>
`),
});
