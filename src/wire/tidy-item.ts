import type { Instant } from "../base/clock.ts";
import { oneLine } from "../base/text.ts";
import type { WireItem } from "../story/wire-item.ts";

/**
 * Cheap cleaning before filing: white space of lines, a name for the source, dates that cannot be. No word of the
 * copy is edited. A date that is changed here is kept as it was under `unmapped.datesAsSaid`.
 */
export function tidyItem(
  item: WireItem,
  { partnerName, arrivedAt }: { partnerName: string; arrivedAt: Instant },
): WireItem {
  const dates = tidyDates(item, arrivedAt);
  return {
    ...item,
    ...dates,
    headline: oneLine(item.headline),
    standfirst: item.standfirst.trim(),
    slugline: oneLine(item.slugline),
    section: item.section === null ? null : oneLine(item.section) || null,
    source: { ...item.source, name: item.source.name?.trim() || partnerName },
    credit: oneLine(item.credit) || item.source.name?.trim() || partnerName,
  };
}

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
