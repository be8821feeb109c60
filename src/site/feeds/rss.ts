import { bodyToPlainHtml } from "../../story/body-to-html.ts";
import { finished, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { usualPicture } from "../parts/picture.ts";
import { pictureAddress } from "./picture-in-feed.ts";
import type { Feed, FeedEntry, FeedFormat } from "./feed.ts";

/** RSS 2.0 with the namespaces readers know: full text, every writer, source, picture. */
export const rss: FeedFormat = {
  suffix: "feed.xml",
  type: "application/rss+xml; charset=utf-8",
  write: (feed) =>
    finished(markup`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>${plainLine(feed.title)}</title><link>${feed.home}</link><description>${plainLine(feed.says)}</description><language>${feed.language}</language>
<atom:link href="${feed.self}" rel="self" type="application/rss+xml"/>${feed.updatedAt !== null && markup`<lastBuildDate>${new Date(feed.updatedAt).toUTCString()}</lastBuildDate>`}
${feed.entries.map((entry) => item(entry, feed))}</channel></rss>
`),
};

function item({ card, address, body, picture, sectionName, source }: FeedEntry, { origin }: Feed): Piece {
  const writers = card.byline.map(({ name }) => markup`<dc:creator>${plainLine(name)}</dc:creator>`);
  const categories = [sectionName, ...card.topics].map(
    (each) => markup`<category>${plainLine(each)}</category>`,
  );
  return markup`<item><title>${plainLine(card.headline)}</title><link>${address}</link><guid isPermaLink="true">${address}</guid><pubDate>${new Date(card.publishedAt).toUTCString()}</pubDate>
${writers}${categories}${source && markup`<source url="${source.address}">${source.name}</source>`}
<description>${plainLine(card.standfirst)}</description>${body && markup`<content:encoded>${bodyToPlainHtml(body, { origin, pictureAddress })}</content:encoded>`}${media(picture, origin)}</item>
`;
}

function media(picture: FeedEntry["picture"], origin: string): Piece | null {
  const file = usualPicture(picture);
  if (file === null || picture === null) return null;
  return markup`<media:content url="${origin}${file.address}" type="${file.type}" medium="image"><media:description>${plainLine(picture.caption || picture.alt)}</media:description><media:credit>${plainLine(picture.credit)}</media:credit></media:content>`;
}
