import type { Instant } from "../base/clock.ts";
import { cleanText, wordsOfText } from "../story/body-clean-text.ts";
import type { Byline } from "../story/byline.ts";
import type { PictureUse } from "../story/picture.ts";
import type { WireItem } from "../story/wire-item.ts";

/**
 * Cheap cleaning before filing: white space and controls in lines, a name for the source, dates that cannot be. No word of the
 * copy is edited. A date that is changed here is kept as it was under `unmapped.datesAsSaid`.
 */
export function tidyItem(
  item: WireItem,
  { partnerName, arrivedAt }: { partnerName: string; arrivedAt: Instant },
): WireItem {
  const dates = tidyDates(item, arrivedAt);
  const name = wordsOrNull(item.source.name) ?? partnerName;
  return {
    ...item,
    ...dates,
    headline: wordsOfText(item.headline),
    standfirst: cleanText(item.standfirst).trim(),
    slugline: wordsOfText(item.slugline),
    byline: item.byline.map(tidyWriter).filter(({ name: each }) => each !== ""),
    mainPicture: item.mainPicture && tidyPicture(item.mainPicture),
    handler: wordsOrNull(item.handler),
    section: wordsOrNull(item.section),
    places: item.places.map(wordsOfText),
    source: { ...item.source, name },
    credit: wordsOfText(item.credit) || name,
  };
}

const wordsOrNull = (words: string | null) => (words === null ? null : wordsOfText(words) || null);

const tidyWriter = ({ name, place, role }: Byline): Byline => ({
  name: wordsOfText(name),
  place: wordsOrNull(place),
  role: wordsOrNull(role),
});

const tidyPicture = (picture: PictureUse): PictureUse => ({
  ...picture,
  alt: wordsOfText(picture.alt),
  caption: wordsOfText(picture.caption),
  credit: wordsOfText(picture.credit),
});

type Dates = Pick<WireItem, "firstCreated" | "versionCreated" | "publishedAt" | "versionOrder" | "unmapped">;

/** No date lies after its arrival, so no item can pin itself on top (CASES XML-17); none before year 1 (TIM-08). */
function tidyDates(item: WireItem, arrivedAt: Instant): Dates {
  const publishedAt = notAfter(item.publishedAt, arrivedAt);
  const firstCreated = notAfter(item.firstCreated, arrivedAt);
  const versionCreated = notAfter(item.versionCreated, arrivedAt);
  const changed = dateFields.filter(
    (field) => item[field] !== { publishedAt, firstCreated, versionCreated }[field],
  );
  return {
    publishedAt,
    firstCreated,
    // A version is never older than the item it is a version of.
    versionCreated: versionCreated === null ? null : Math.max(versionCreated, firstCreated ?? versionCreated),
    versionOrder: orderOf(item, arrivedAt),
    unmapped: changed.length === 0 ? item.unmapped : { ...item.unmapped, datesAsSaid: said(item, changed) },
  };
}

const dateFields = ["publishedAt", "firstCreated", "versionCreated"] as const;

// 0001-01-01T00:00Z.
const yearOne = -62_135_596_800_000;

function notAfter(date: Instant | null, arrivedAt: Instant): Instant | null {
  if (date === null || !Number.isFinite(date) || date < yearOne) return null;
  return Math.min(date, arrivedAt);
}

// An order that was only a date in the future would make every true later version "older".
function orderOf({ versionOrder, ...item }: WireItem, arrivedAt: Instant): number | null {
  if (versionOrder === null || !Number.isFinite(versionOrder)) return null;
  const isDate = dateFields.some((field) => item[field] === versionOrder);
  return isDate && versionOrder > arrivedAt ? null : versionOrder;
}

const said = (item: WireItem, fields: readonly (typeof dateFields)[number][]) =>
  Object.fromEntries(fields.map((field) => [field, asText(item[field])]));

const asText = (date: Instant | null) =>
  date !== null && Math.abs(date) <= 8.64e15 ? new Date(date).toISOString() : String(date);
