import { z } from "zod";
import { contacts, count, geo, only, oneOf, percent, text, texts, words } from "./ninjs-fields.ts";
import { dates, plannedCoverage } from "./ninjs-planning.ts";

/** ninjs 3.0 and 3.1, the same but for `digitalSourceType`. */
export function ninjsSchema3(minor: number): z.ZodType {
  const associated: z.ZodType = z.lazy(() =>
    only({ ...shape, ...later, ...texts("name", "rel"), associations: z.array(associated) }, "name", "uri"),
  );
  const later = minor >= 1 ? { digitalSourceType: only(texts("name", "uri", "literal")) } : {};
  return only({ ...shape, ...later, associations: z.array(associated) }, "uri");
}

const kindsOfThree = "text audio video picture graphic composite component event planning".split(" ");

const whole = z.number().int();
const contactInfo = { contactInfo: contacts("postalCode") };
const concept = texts("name", "rel", "uri", "literal");
const valued = (more: z.ZodRawShape) => only({ ...texts("role", "contentType", "value"), ...more }, "value");

const organisation = only({
  ...concept,
  ...contactInfo,
  symbols: z.array(only(texts("exchange", "symbolType", "symbol", "ticker"))),
});

const renditionOfThree = only(
  {
    ...texts(
      "name",
      "href",
      "contentType",
      "title",
      "format",
      "aspectRatio",
      "videoCodec",
      "transportProtocol",
      "bitrate",
    ),
    width: whole,
    height: whole,
    sizeInBytes: whole,
    duration: count,
    frameRate: count,
    poi: only({ x: whole, y: whole }),
    scanType: words("progressive", "interlaced"),
  },
  "name",
);

const shape = {
  ...texts(
    "uri",
    "profile",
    "version",
    "firstCreated",
    "versionCreated",
    "contentCreated",
    "pubStatus",
    "expires",
  ),
  // The schema says `embargoedUntil`, the user guide `embargoed` (WIRE.md 4.3).
  ...texts(
    "embargoedUntil",
    "embargoed",
    "copyrightHolder",
    "copyrightNotice",
    "usageTerms",
    "edNote",
    "language",
  ),
  ...texts("title", "by", "slugline", "located"),
  type: words(...kindsOfThree),
  representationType: words("full", "partial"),
  urgency: z.union([whole.min(1).max(9), text.regex(/^[1-9]$/)]),
  descriptions: z.array(valued({})),
  bodies: z.array(valued({ charCount: whole, wordCount: whole })),
  headlines: z.array(valued({})),
  people: z.array(only({ ...concept, ...contactInfo })),
  organisations: z.array(organisation),
  places: z.array(only({ ...concept, ...contactInfo, geoJSON: geo })),
  subjects: z.array(only({ ...concept, creator: text, relevance: percent, confidence: percent })),
  events: z.array(only({ ...concept, id: text })),
  eventDetails: only({ ...texts("eventStatus", "plannedCoverageStatus"), dates, organiser: organisation }),
  plannedCoverage: z.array(plannedCoverage({ kinds: kindsOfThree, rendition: renditionOfThree })),
  objects: z.array(only(concept)),
  infoSources: z.array(only({ ...texts("name", "role", "uri", "literal"), ...contactInfo })),
  renditions: z.array(renditionOfThree),
  altIds: z.array(only(texts("role", "value"))),
  trustIndicators: z.array(only(texts("role", "title", "href"))),
  standard: only(texts("name", "version", "schema")),
  genres: z.array(only(texts("name", "uri", "literal"))),
  rightsInfo: oneOf(only(texts("langId", "linkedRights", "encodedRights")), "linkedRights", "encodedRights"),
};
