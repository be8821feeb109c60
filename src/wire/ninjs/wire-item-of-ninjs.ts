import { hash } from "node:crypto";
import { oneLine } from "../../base/text.ts";
import { readByline } from "../../story/read-byline.ts";
import type { Subject, WireItem } from "../../story/wire-item.ts";
import { readIsoDate } from "../iso-date.ts";
import { readNinjsItem, type NinjsItem } from "./ninjs-item.ts";
import { mediaOf } from "./ninjs-media.ts";
import { rightsOf, statusOf } from "./ninjs-status.ts";
import { bodyOf, creditOf, headlineOf, summaryOf } from "./ninjs-words.ts";

/** One item of any version as the newsroom's own (WIRE.md 4.1 to 4.10). Null when it names no identity. */
export function wireItemOfNinjs(
  raw: Readonly<Record<string, unknown>>,
  complaints: readonly string[],
): WireItem | null {
  const item = readNinjsItem(raw);
  const stableKey = withoutTokens(item.uri || item.guid);
  if (stableKey === "") return null;
  const media = mediaOf(item);
  const { body, removed } = bodyOf(item);
  const kind = kindOf(item.type);
  return {
    stableKey,
    ...versionOf(item, raw),
    ...statusOf(item, complaints),
    validUntil: readIsoDate(item.expires),
    kind,
    language: item.language || null,
    headline: headlineOf(item),
    standfirst: kind === "picture" || kind === "video" ? "" : summaryOf(item),
    slugline: oneLine(item.slugline),
    byline: kind === "picture" || item.by === "" ? [] : readByline(item.by),
    dateline: "",
    body: { type: "doc", content: [...body.content, ...media.blocks] },
    mainPicture: media.main,
    handler: null,
    section: null,
    subjects: subjectsOf(item),
    places: placesOf(item),
    urgency: item.urgency >= 1 && item.urgency <= 9 ? Math.round(item.urgency) : null,
    source: { name: item.copyrightholder || null, address: null },
    credit: creditOf(item),
    rights: rightsOf(item),
    ...datesOf(item),
    notesToDesk: notesOf(item, complaints, media.notes),
    links: linksOf(item),
    removed,
    unmapped: item.unmapped,
  };
}

const placesOf = ({ located, places }: NinjsItem): string[] =>
  [...new Set([located, ...places.map(({ name }) => name)])].filter((name) => name !== "");

function datesOf(item: NinjsItem): Pick<WireItem, "firstCreated" | "versionCreated" | "publishedAt"> {
  const firstCreated = readIsoDate(item.firstcreated);
  const versionCreated = readIsoDate(item.versioncreated);
  return { firstCreated, versionCreated, publishedAt: firstCreated ?? versionCreated };
}

/** AP hangs tokens of the session on its addresses; they are no part of the identity (WIRE.md 4.1). */
function withoutTokens(uri: string): string {
  const [address, query] = uri.trim().split(/\?(.*)/su);
  if (address === undefined || query === undefined || !/^https?:/i.test(address)) return uri.trim();
  const kept = query
    .split("&")
    .filter((part) => !/^(?:qt|et|ai|cid|tok|token|key|api_?key|sig|signature|session|expires)=/i.test(part));
  return kept.length === 0 ? address : `${address}?${kept.join("&")}`;
}

function versionOf(
  { version, versioncreated }: NinjsItem,
  raw: unknown,
): Pick<WireItem, "versionKey" | "versionOrder"> {
  const time = readIsoDate(versioncreated);
  const number = /^\d{1,15}(?:\.\d+)?$/.test(version.trim()) ? Number(version) : null;
  const key = version || (typeof versioncreated === "string" ? versioncreated : "");
  return {
    versionKey: key || hash("sha256", JSON.stringify(raw), "hex").slice(0, 32),
    versionOrder: number ?? time,
  };
}

function kindOf(type: string): WireItem["kind"] {
  const word = type.toLowerCase();
  if (word === "" || word === "component") return "text";
  return kinds.find((kind) => kind === word) ?? "other";
}

const kinds = ["text", "picture", "video", "audio", "graphic", "composite"] as const;

function subjectsOf({ subjects, people, organisations, genres }: NinjsItem): readonly Subject[] {
  const as =
    (fallback: string) =>
    (concept: NinjsItem["subjects"][number]): Subject => ({
      scheme: concept.scheme || schemeIn(concept) || fallback,
      code: concept.code || concept.literal || concept.uri,
      name: concept.name,
    });
  return [
    ...subjects.map(as("subject")),
    ...people.map(as("person")),
    ...organisations.map(as("organisation")),
    ...genres.map(as("genre")),
  ].filter(({ code, name }) => code !== "" || name !== "");
}

// In 2.x and 3.x the whole address of a concept is its scheme and its code in one.
const schemeIn = ({ uri, literal }: NinjsItem["subjects"][number]) =>
  literal !== "" && uri.endsWith(literal) ? uri.slice(0, -literal.length) : "";

function notesOf(
  { ednote, rightsinfo }: NinjsItem,
  complaints: readonly string[],
  media: readonly string[],
): string[] {
  const rights = rightsinfo?.encodedrights || rightsinfo?.linkedrights || "";
  return [
    ednote.trim(),
    rights === "" ? "" : `Machine-readable rights: ${rights}`,
    ...complaints,
    ...media,
  ].filter((note) => note !== "");
}

const linksOf = ({ evolvedfrom, rightsinfo }: NinjsItem) =>
  [
    { rel: "evolved-from", href: evolvedfrom },
    { rel: "rights", href: rightsinfo?.linkedrights ?? "" },
  ].filter(({ href }) => href !== "");
