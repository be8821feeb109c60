import { hash } from "node:crypto";
import { oneLine } from "../../base/text.ts";
import type { Block } from "../../story/body.ts";
import { bodyFromHtml } from "../../story/body-from-html.ts";
import type { Byline } from "../../story/byline.ts";
import type { PictureUse } from "../../story/picture.ts";
import { readByline } from "../../story/read-byline.ts";
import { noRights, type WireItem } from "../../story/wire-item.ts";
import { decideStatus, type StatusDecided } from "../decide-status.ts";
import { readIsoDate } from "../iso-date.ts";
import { plainText } from "../plain-text.ts";
import { guardianBody } from "./guardian-body.ts";
import { fieldOf, type GuardianContent } from "./guardian-content.ts";
import { notesOf, onwardUseOf } from "./guardian-notes.ts";
import { pictureOf } from "./guardian-picture.ts";
import { videoOfElement } from "./guardian-video.ts";

/** One story of the content API as the newsroom's own item (WIRE.md 4.9). `raw` is the story as it came. */
export function wireItemOfGuardian(
  content: GuardianContent,
  raw: Readonly<Record<string, unknown>>,
): WireItem {
  const { fields } = content;
  const { blocks, removed } = guardianBody(content);
  const main = mainOf(content);
  const name = /observer/i.test(fieldOf(fields, "publication")) ? "The Observer" : "The Guardian";
  return {
    // The path `id` changes when a story moves; the composer's code does not.
    stableKey: fieldOf(fields, "internalComposerCode") || content.id,
    ...versionOf(content, raw),
    ...statusOf(content),
    validUntil: null,
    kind: kindOf(content),
    language: fieldOf(fields, "lang") || null,
    headline: oneLine(plainText(fieldOf(fields, "headline") || content.webTitle)),
    standfirst: plainText(fieldOf(fields, "standfirst") || fieldOf(fields, "trailText")),
    slugline: "",
    byline: bylineOf(content),
    dateline: "",
    body: { type: "doc", content: main.video === null ? blocks : [main.video, ...blocks] },
    mainPicture: main.picture,
    handler: null,
    section: content.sectionName || null,
    subjects: subjectsOf(content),
    places: [],
    urgency: null,
    source: { name, address: content.webUrl || null },
    credit: name,
    rights: { ...noRights, holder: name, onwardUse: onwardUseOf(content) },
    firstCreated: readIsoDate(fieldOf(fields, "creationDate")),
    versionCreated: readIsoDate(fieldOf(fields, "lastModified")),
    publishedAt:
      readIsoDate(content.webPublicationDate) ?? readIsoDate(fieldOf(fields, "firstPublicationDate")),
    notesToDesk: notesOf(content),
    links: linksOf(content),
    removed,
    unmapped: unmappedOf(raw),
  };
}

function versionOf({ fields }: GuardianContent, raw: unknown): Pick<WireItem, "versionKey" | "versionOrder"> {
  const revision = fieldOf(fields, "internalRevision");
  const modified = fieldOf(fields, "lastModified");
  return {
    versionKey: revision || modified || hash("sha256", JSON.stringify(raw), "hex").slice(0, 32),
    versionOrder: /^\d{1,15}$/.test(revision) ? Number(revision) : readIsoDate(modified),
  };
}

const subjectsOf = ({ tags }: GuardianContent): WireItem["subjects"] =>
  tags
    .filter(({ type }) => type !== "contributor")
    .map(({ id, type, webTitle }) => ({ scheme: `guardian:${type}`, code: id, name: webTitle }));

const linksOf = ({ aliasPaths }: GuardianContent): WireItem["links"] =>
  aliasPaths.map(({ path }) => ({ rel: "alias", href: new URL(path, "https://www.theguardian.com/").href }));

// The API has no word for it: a story that is gone was taken down, one that expired may no longer be used.
function statusOf({ isGone, isExpired }: GuardianContent): StatusDecided {
  const decided = decideStatus({ status: isGone ? "canceled" : isExpired ? "withheld" : "usable" });
  if (isGone) return { ...decided, statusReason: "The Guardian says this story is gone." };
  return isExpired
    ? { ...decided, statusReason: "The Guardian says its right to this story has expired." }
    : decided;
}

function kindOf({ id, type, typeName }: GuardianContent): WireItem["kind"] {
  return /\/live\//.test(id) ? "live" : (kinds[(type || typeName).toLowerCase()] ?? "text");
}

const kinds: Readonly<Record<string, WireItem["kind"]>> = {
  liveblog: "live",
  gallery: "picture",
  picture: "picture",
  video: "video",
  audio: "audio",
  interactive: "other",
  crossword: "other",
};

function bylineOf({ fields, tags }: GuardianContent): readonly Byline[] {
  const printed = fieldOf(fields, "byline") || plainText(fieldOf(fields, "bylineHtml"));
  if (printed !== "") return readByline(printed);
  return tags
    .filter(({ type, webTitle }) => type === "contributor" && webTitle !== "")
    .map(({ webTitle }) => ({ name: webTitle, place: null, role: null }));
}

type Main = { readonly picture: PictureUse | null; readonly video: Block | null };

/** The picture or video above the text: of the main block, of the elements marked main, or of the main HTML. */
function mainOf(content: GuardianContent): Main {
  const inBlock = content.blocks.main?.elements ?? [];
  const elements = [...inBlock, ...content.elements.filter(({ relation }) => relation === "main")];
  const picture = elements.find(({ type }) => type === "image");
  const film = elements.find(({ type }) => type === "video");
  const html = content.blocks.main?.bodyHtml || fieldOf(content.fields, "main");
  const read = html === "" ? [] : bodyFromHtml(html, { base: null }).body.content;
  return {
    picture: picture
      ? pictureOf(picture, content)
      : (read.find((block) => block.type === "picture")?.attrs ?? null),
    video: film ? videoOfElement(film) : (read.find((block) => block.type === "video") ?? null),
  };
}

const known = new Set(
  "id type typeName sectionName webPublicationDate webTitle webUrl apiUrl isExpired isGone aliasPaths tags elements blocks fields".split(
    " ",
  ),
);
const knownFields = new Set(
  "headline standfirst trailText byline bylineHtml main body bodyText lang publication lastModified creationDate internalComposerCode internalRevision thumbnail secureThumbnail".split(
    " ",
  ),
);

function unmappedOf(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields =
    typeof raw["fields"] === "object" && raw["fields"] !== null ? Object.entries(raw["fields"]) : [];
  const others = fields.filter(([name]) => !knownFields.has(name));
  return {
    ...Object.fromEntries(Object.entries(raw).filter(([name]) => !known.has(name))),
    ...(others.length === 0 ? {} : { fields: Object.fromEntries(others) }),
  };
}
