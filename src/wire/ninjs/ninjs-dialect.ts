import { z } from "zod";

/** Which ninjs an item is written in. `extended`: under a partner's own schema, where further fields are legal. */
export type NinjsDialect = { readonly major: 1 | 2 | 3; readonly minor: number; readonly extended: boolean };

/**
 * Tells versions apart by `standard.version` or `$standard.version`, else by a version said from outside (a media
 * type's parameter), else by shape (WIRE.md 4.10); of an undeclared one the newest minor version counts.
 */
export function ninjsDialect(
  item: Readonly<Record<string, unknown>>,
  saidOutside: string | null,
): NinjsDialect {
  const declared = standard.safeParse(item["$standard"] ?? item["standard"]).data;
  const shape = majorByShape(item);
  const extended =
    isSuperdesk(item) || (declared !== undefined && isOwnSchema(declared.schema, declared.name));
  const said = versionIn(declared?.version) ?? versionIn(saidOutside ?? "");
  // A declaration under the key of another major version is a slip of the pen: the shape is what was sent.
  if (said && fitsKey(item, said.major)) return { ...said, extended };
  return { major: shape, minor: newest[shape], extended };
}

const standard = z.object({
  name: z.string().catch(""),
  version: z.string().catch(""),
  schema: z.string().catch(""),
});

const newest = { 1: 6, 2: 2, 3: 1 } as const;

function versionIn(text: string | undefined): { major: 1 | 2 | 3; minor: number } | null {
  const found = /(?<major>[123])\.(?<minor>\d|x|-x)/.exec(text ?? "")?.groups;
  if (!found) return null;
  const major = found["major"] === "1" ? 1 : found["major"] === "2" ? 2 : 3;
  // Development drafts ("1.x-dev") are read as the newest of their line.
  const minor = /^\d$/.test(found["minor"] ?? "")
    ? Math.min(Number(found["minor"]), newest[major])
    : newest[major];
  return { major, minor };
}

const fitsKey = (item: Readonly<Record<string, unknown>>, major: 1 | 2 | 3) =>
  major === 1 ? !("standard" in item) : !("$standard" in item);

const isOwnSchema = (schema: string, name: string) =>
  (schema !== "" && !/\biptc\.org\//.test(schema)) || (name !== "" && !/ninjs/i.test(name));

/** Superdesk's own dialect names the item by `guid` and carries fields of its own. */
export const isSuperdesk = (item: Readonly<Record<string, unknown>>): boolean =>
  typeof item["guid"] === "string" || "evolvedfrom" in item;

const ofThree =
  "versionCreated firstCreated contentCreated pubStatus edNote usageTerms copyrightHolder copyrightNotice altIds infoSources trustIndicators rightsInfo digitalSourceType representationType embargoedUntil eventDetails plannedCoverage".split(
    " ",
  );
const ofTwo =
  "headlines bodies descriptions by people places subjects organisations events objects genres altids infosources trustindicators digitalsourcetype standard".split(
    " ",
  );

function majorByShape(item: Readonly<Record<string, unknown>>): 1 | 2 | 3 {
  if (ofThree.some((field) => field in item) || item["type"] === "event" || item["type"] === "planning")
    return 3;
  // 1.3 has `altids` too, as an object.
  const two = ofTwo.some((field) => field in item && !(field === "altids" && !Array.isArray(item[field])));
  const lists = ["renditions", "associations"].some((field) => Array.isArray(item[field]));
  return (two && !isOnlyDigitalSource(item)) || lists ? 2 : 1;
}

// 1.6 and 2.2 spell this one field alike.
const isOnlyDigitalSource = (item: Readonly<Record<string, unknown>>) =>
  "digitalsourcetype" in item && !ofTwo.some((field) => field !== "digitalsourcetype" && field in item);
