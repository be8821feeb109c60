import { toIso } from "../../base/clock.ts";
import { bodyToPlainHtml } from "../../story/body-to-html.ts";
import { finished } from "../markup.ts";
import { plainLine } from "../plain-line.ts";
import { urlOf } from "../parts/json-ld.ts";
import { usualPicture } from "../parts/picture.ts";
import { pictureAddress } from "./picture-in-feed.ts";
import type { Feed, FeedEntry, FeedFormat } from "./feed.ts";

/** JSON Feed 1.1. */
export const jsonFeed: FeedFormat = {
  suffix: "feed.json",
  type: "application/feed+json; charset=utf-8",
  write: (feed) =>
    finished(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: plainLine(feed.title),
        home_page_url: feed.home,
        feed_url: feed.self,
        description: plainLine(feed.says),
        language: feed.language,
        authors: [{ name: feed.paper, url: `${feed.origin}/` }],
        items: feed.entries.map((entry) => item(entry, feed)),
      }),
    ),
};

function item({ card, address, body, picture, sectionName, source }: FeedEntry, { origin }: Feed): object {
  const file = usualPicture(picture);
  const content =
    body === null
      ? { content_text: plainLine(card.standfirst || card.headline) }
      : { content_html: bodyToPlainHtml(body, { origin, pictureAddress }) };
  return {
    id: address,
    url: address,
    external_url: source?.address,
    title: plainLine(card.headline),
    summary: plainLine(card.standfirst) || undefined,
    ...content,
    image: file === null ? undefined : origin + file.address,
    date_published: toIso(card.publishedAt),
    date_modified: toIso(card.updatedAt),
    authors: card.byline.map(({ name }) => ({ name: plainLine(name), url: urlOf(name, origin) })),
    tags: [sectionName, ...card.topics].map(plainLine),
    language: card.language,
    _source: source === null ? undefined : source,
  };
}
