import type { RssFeed } from "feedsmith";
import type { PictureUse } from "../../story/picture.ts";
import type { Rights, WireItem } from "../../story/wire-item.ts";
import { absolute } from "./absolute.ts";
import { htmlText } from "./html-text.ts";

type Media = NonNullable<RssFeed.Item<string>["media"]>;
type Content = NonNullable<Media["contents"]>[number];
export type MediaFile = { readonly url: string; readonly type: string; readonly title?: string };

/**
 * Pictures an item names beside its text, the best first: media:content by width, then files and enclosures that are
 * pictures, then thumbnails. Caption and credit come from the nearest element that says them.
 */
export function picturesOf(
  media: Media | undefined,
  files: readonly MediaFile[],
  base: string | null,
): PictureUse[] {
  const contents = contentsOf(media).filter(({ content }) =>
    isPicture(content.medium, content.type, content.url),
  );
  const named = contents
    .toSorted((one, other) => (other.content.width ?? 0) - (one.content.width ?? 0))
    .map(({ content, around }) => pictureFrom(content, around, base));
  const enclosed = files
    .filter(({ type, url }) => isPicture(undefined, type, url))
    .map(({ url }) => pictureFrom({ url }, media, base));
  const thumbnails = (media?.thumbnails ?? media?.groups?.[0]?.thumbnails ?? []).map(
    ({ url, width, height }) =>
      pictureFrom(
        { ...(url === undefined ? {} : { url }), ...(width ? { width } : {}), ...(height ? { height } : {}) },
        media,
        base,
      ),
  );
  return [...named, ...enclosed, ...thumbnails].filter((picture) => picture !== null);
}

/** What the item is if it is a file more than a text: audio, video or picture by its first file. */
export function kindOf(media: Media | undefined, files: readonly MediaFile[]): WireItem["kind"] | null {
  const first = contentsOf(media)[0]?.content;
  const type = `${first?.medium ?? ""} ${first?.type ?? ""} ${files[0]?.type ?? ""}`;
  if (/\bvideo\b/.test(type)) return "video";
  return /\baudio\b/.test(type) ? "audio" : null;
}

/** media:status: deleted is a kill, blocked a withdrawal (WIRE.md 4.2). */
export function statusOf(media: Media | undefined): { status: WireItem["status"]; reason: string } | null {
  const said = media?.status ?? media?.groups?.[0]?.status;
  const status = said?.state === "deleted" ? "killed" : said?.state === "blocked" ? "withdrawn" : null;
  return status === null ? null : { status, reason: said?.reason ?? `The partner marked it ${said?.state}.` };
}

/** Copyright and restrictions that stand in the media elements. */
export function mediaRights(media: Media | undefined): Partial<Rights> {
  const terms = (media?.restrictions ?? []).map(
    ({ relationship, type, value }) => `${relationship ?? ""} ${type ?? ""}: ${value ?? ""}`,
  );
  const licences = (media?.licenses ?? []).map(({ name, href }) => [name, href].filter(Boolean).join(" "));
  return {
    ...(media?.copyright?.value ? { notice: media.copyright.value } : {}),
    ...(terms.length + licences.length > 0 ? { terms: [...terms, ...licences].join("; ") } : {}),
  };
}

function contentsOf(media: Media | undefined): { content: Content; around: Partial<Media> | undefined }[] {
  const grouped = (media?.groups ?? []).flatMap((group) =>
    (group.contents ?? []).map((content) => ({ content, around: { ...media, ...group } })),
  );
  return [...grouped, ...(media?.contents ?? []).map((content) => ({ content, around: media }))];
}

const isPicture = (medium: string | undefined, type: string | undefined, url: string | undefined) =>
  medium === "image" ||
  (medium === undefined && (type ?? "").startsWith("image/")) ||
  (medium === undefined && !type && /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(url ?? ""));

function pictureFrom(
  content: Content,
  around: Partial<Media> | undefined,
  base: string | null,
): PictureUse | null {
  const address = absolute(content.url, base);
  if (address === null) return null;
  const credits = content.credits ?? around?.credits ?? [];
  return {
    picture: null,
    address,
    alt: words(content.title?.value ?? ""),
    caption: words(content.description?.value ?? around?.description?.value ?? ""),
    credit: words(credits.map(({ value }) => value ?? "").join(", ")),
    rights: content.copyright?.value ?? around?.copyright?.value ?? null,
    width: whole(content.width),
    height: whole(content.height),
  };
}

const words = (html: string) => htmlText(html);
const whole = (size: number | undefined) => (size !== undefined && size >= 1 ? Math.round(size) : null);
