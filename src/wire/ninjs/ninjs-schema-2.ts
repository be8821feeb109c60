import { z } from "zod";
import { contacts, count, geo, only, oneOf, percent, text, texts, urgency, words } from "./ninjs-fields.ts";

/** ninjs 2.0, 2.1 and 2.2. */
export function ninjsSchema2(minor: number): z.ZodType {
  const since = <Shape extends z.ZodRawShape>(from: number, shape: Shape) => (minor >= from ? shape : {});
  const contact = since(1, { contactinfo: contacts("postalcode") });
  const concept = texts("name", "rel", "uri", "literal");
  const weight = since(1, { creator: text, relevance: percent, confidence: percent });
  const shape = {
    ...texts("uri", "profile", "version", "firstcreated", "versioncreated", "contentcreated", "embargoed"),
    ...texts("pubstatus", "copyrightholder", "copyrightnotice", "usageterms", "ednote", "language"),
    ...texts("title", "by", "slugline", "located"),
    ...since(1, texts("expires")),
    type: words("text", "audio", "video", "picture", "graphic", "composite", "component"),
    representationtype: words("full", "partial"),
    urgency,
    descriptions: z.array(valued(texts("role", "contenttype"))),
    bodies: z.array(valued({ ...texts("role", "contenttype"), charcount: count, wordcount: count })),
    headlines: z.array(valued(texts("role", "contenttype"))),
    people: z.array(only({ ...concept, ...contact })),
    organisations: z.array(only({ ...concept, ...contact, symbols: symbols(minor) })),
    places: z.array(only({ ...concept, ...contact, geojson: geo })),
    subjects: z.array(only({ ...concept, ...weight })),
    events: z.array(only(concept)),
    objects: z.array(only(concept)),
    infosources: z.array(only({ ...texts("name", "role", "uri", "literal"), ...contact })),
    renditions: z.array(renditions),
    altids: z.array(only(texts("role", "value"))),
    trustindicators: z.array(only(texts("role", "title", "href"))),
    standard: only(texts("name", "version", "schema")),
    genres: z.array(only(texts("name", "uri", "literal"))),
    rightsinfo: oneOf(z.looseObject(texts("langid")).partial(), "linkedrights", "encodedrights"),
    ...since(2, { digitalsourcetype: only(texts("name", "uri", "literal")) }),
    advices: z.unknown(),
  };
  const associated: z.ZodType = z.lazy(() =>
    only({ ...shape, name: text, associations: z.array(associated) }, "uri", ...(minor >= 1 ? ["name"] : [])),
  );
  return only({ ...shape, associations: z.array(associated) }, "uri");
}

const valued = (shape: z.ZodRawShape) => only({ ...shape, value: text }, "value");

const symbols = (minor: number) =>
  z.array(only(texts("ticker", "exchange", ...(minor >= 1 ? ["symboltype", "symbol"] : []))));

const renditions = only(
  {
    ...texts("name", "href", "contenttype", "title", "format"),
    height: count,
    width: count,
    sizeinbytes: count,
    duration: count,
  },
  "name",
);
