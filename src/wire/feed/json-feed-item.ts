import type { JsonFeed } from "feedsmith";
import type { PictureUse } from "../../story/picture.ts";
import { absolute } from "./absolute.ts";
import type { FeedItem, FeedWords } from "./feed-item.ts";
import { kindOf, picturesOf, type MediaFile } from "./feed-media.ts";
import { notesIn } from "./feed-notes.ts";

type Item = JsonFeed.Item<string>;

/** A JSON Feed item (1.0, 1.1), told in the words all feed formats share. `extra` is what the format does not define. */
export function jsonFeedItem(
  item: Item,
  base: string | null,
  extra: Readonly<Record<string, unknown>>,
): FeedItem {
  const files = (item.attachments ?? []).map(({ url, mime_type, title }): MediaFile => ({
    url: url ?? "",
    type: mime_type ?? "",
    ...(title ? { title } : {}),
  }));
  const texts = Object.entries(extra).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const { notes } = notesIn(Object.fromEntries(texts));
  return {
    id: item.id ?? "",
    link: item.url ?? item.external_url ?? (/^https?:/i.test(item.id ?? "") ? (item.id ?? "") : ""),
    base,
    bodyBase: item.url ?? base,
    language: item.language ?? null,
    headline: { html: false, text: item.title ?? "" },
    summary: plain(item.summary),
    content:
      item.content_html === undefined ? plain(item.content_text) : { html: true, text: item.content_html },
    authors: (item.authors ?? []).map(({ name }) => name ?? ""),
    dates: { published: item.date_published, updated: item.date_modified },
    subjects: (item.tags ?? []).map((name) => ({ scheme: "", code: "", name })),
    places: [],
    section: null,
    pictures: [...named(item.image ?? item.banner_image, base), ...picturesOf(undefined, files, base)],
    kind: kindOf(undefined, files),
    source: { name: null, address: null },
    rights: {},
    status: null,
    links: linksOf(item, files),
    notes,
    unmapped: { ...extra },
  };
}

const plain = (text: string | undefined): FeedWords | null =>
  text === undefined ? null : { html: false, text };

function named(url: string | undefined, base: string | null): PictureUse[] {
  const address = absolute(url, base);
  const file = { picture: null, alt: "", caption: "", credit: "", rights: null, width: null, height: null };
  return address === null ? [] : [{ ...file, address }];
}

const linksOf = ({ url, external_url }: Item, files: readonly MediaFile[]) =>
  [
    { rel: "alternate", href: url ?? "" },
    { rel: "related", href: external_url ?? "" },
    ...files.map((file) => ({ rel: "enclosure", href: file.url })),
  ].filter(({ href }) => href !== "");
