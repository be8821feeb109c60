import { toIso } from "../../base/clock.ts";
import { bodyToPlainHtml } from "../../story/body-to-html.ts";
import { finished, markup, type Piece } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { pictureAddress } from "./picture-in-feed.ts";
import type { Feed, FeedEntry, FeedFormat } from "./feed.ts";

/** Atom (RFC 4287). */
export const atom: FeedFormat = {
  suffix: "feed.atom",
  type: "application/atom+xml; charset=utf-8",
  write: (feed) =>
    finished(markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}"><id>${feed.self}</id><title>${plainLine(feed.title)}</title><subtitle>${plainLine(feed.says)}</subtitle><updated>${toIso(feed.updatedAt ?? 0)}</updated><author><name>${plainLine(feed.paper)}</name></author>
<link rel="self" type="application/atom+xml" href="${feed.self}"/><link rel="alternate" type="text/html" href="${feed.home}"/>
${feed.entries.map((entry) => item(entry, feed))}</feed>
`),
};

function item({ card, address, body, sectionName, source }: FeedEntry, { origin, paper }: Feed): Piece {
  // An entry must have an author; where the copy names none, its source is told, never the account.
  const names = card.byline.length > 0 ? card.byline.map(({ name }) => name) : [source?.name ?? paper];
  const categories = [sectionName, ...card.topics].map(
    (each) => markup`<category term="${plainLine(each)}"/>`,
  );
  return markup`<entry><id>${address}</id><title>${plainLine(card.headline)}</title><link rel="alternate" type="text/html" href="${address}"/>${source && markup`<link rel="via" title="${source.name}" href="${source.address}"/>`}<published>${toIso(card.publishedAt)}</published><updated>${toIso(card.updatedAt)}</updated>
${names.map((name) => markup`<author><name>${plainLine(name)}</name></author>`)}${categories}<summary>${plainLine(card.standfirst)}</summary>${body && markup`<content type="html" xml:lang="${card.language}">${bodyToPlainHtml(body, { origin, pictureAddress })}</content>`}</entry>
`;
}
