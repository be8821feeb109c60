import { hours, toIso } from "../../base/clock.ts";
import type { StoryCard } from "../../story/story.ts";
import { storyAddress } from "../../story/story-address.ts";
import { finished, markup } from "../markup.ts";
import { definePage } from "../page.ts";
import { plainLine } from "../plain-line.ts";
import { loadListing } from "../sitemaps/load-listing.ts";
import { daysOf } from "../when.ts";

// The protocol's own limits: two days, a thousand stories.
const newFor = hours(48);
const most = 1000;

export const page = definePage<readonly StoryCard[]>({
  path: "/news-sitemap.xml",
  type: "application/xml; charset=utf-8",
  cached: true,
  async load(_, site) {
    const { stories, tags, ...choice } = await loadListing(site);
    const view = await stories.listVisible({ ...choice, since: choice.now - newFor, limit: most });
    return { view, tags };
  },
  render: (cards, { paper, origin }) =>
    finished(markup`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${cards.map((card) => markup`<url><loc>${origin}${storyAddress(card, daysOf(paper))}</loc><news:news><news:publication><news:name>${paper.name}</news:name><news:language>${(card.language || paper.language).split("-")[0]}</news:language></news:publication><news:publication_date>${toIso(card.publishedAt)}</news:publication_date><news:title>${plainLine(card.headline)}</news:title></news:news></url>\n`)}</urlset>
`),
});
