import { z } from "zod";
import { contacts, count, geo, only, oneOf, percent, text, texts, urgency, words } from "./ninjs-fields.ts";

/** ninjs 1.0 to 1.6. Fields came with 1.2, 1.3, 1.4, 1.5 and 1.6; none left. */
export function ninjsSchema1(minor: number): z.ZodType {
  const schema = z.lazy(() => item);
  const since = <Shape extends z.ZodRawShape>(from: number, shape: Shape) => (minor >= from ? shape : {});
  const contact = since(5, { contactinfo: contacts("postalcode") });
  const concept = texts("name", "rel", "scheme", "code");
  const shape = {
    ...base(minor),
    person: z.array(only({ ...concept, ...contact })),
    organisation: z.array(
      only({
        ...concept,
        ...contact,
        symbols: z.array(only(texts("ticker", "exchange", ...(minor >= 5 ? ["symboltype", "symbol"] : [])))),
      }),
    ),
    place: z.array(placeOf({ ...concept, ...contact })),
    subject: z.array(
      only({ ...concept, ...since(5, { creator: text, relevance: percent, confidence: percent }) }),
    ),
    event: z.array(only(concept)),
    object: z.array(only(concept)),
    renditions: z.record(partName(minor), rendition(minor)),
    associations: z.record(partName(minor), schema),
    ...since(2, {
      ...texts("firstcreated", "ednote", "title", "slugline"),
      charcount: count,
      wordcount: count,
    }),
    ...since(2, { infosource: z.array(only({ ...concept, ...contact })) }),
    ...since(3, laterFields),
    ...since(4, { ...texts("contentcreated", "expires"), rightsinfo }),
    ...since(6, { digitalsourcetype: only(texts("name", "uri", "literal")) }),
  };
  const item: z.ZodType = z.preprocess(withoutNamedTexts(minor), only(shape, "uri"));
  return item;
}

const base = (minor: number) => ({
  ...texts(
    "uri",
    "mimetype",
    "profile",
    "version",
    "versioncreated",
    "embargoed",
    "pubstatus",
    "copyrightholder",
  ),
  ...texts("copyrightnotice", "usageterms", "language", "byline", "headline", "located"),
  type: words(
    "text",
    "audio",
    "video",
    "picture",
    "graphic",
    "composite",
    ...(minor >= 2 ? ["component"] : []),
  ),
  representationtype: words("complete", "incomplete"),
  urgency,
  advices: z.unknown(),
});

const laterFields = {
  altids: geo,
  trustindicator: z.array(only(texts("scheme", "code", "title", "href"))),
  $standard: only(texts("name", "version", "schema")),
  genre: z.array(only(texts("name", "scheme", "code"))),
};

const rightsinfo = oneOf(z.looseObject(texts("langid")).partial(), "linkedrights", "encodedrights");

const partName = (minor: number) => text.regex(minor >= 3 ? /^[a-zA-Z0-9_]+/ : /^[a-zA-Z0-9]+/);

const rendition = (minor: number) =>
  only({
    ...texts("href", "mimetype", "title", ...(minor >= 2 ? ["format"] : [])),
    height: count,
    width: count,
    sizeinbytes: count,
    ...(minor >= 2 ? { duration: count } : {}),
  });

const placeOf = (shape: z.ZodRawShape) =>
  z.preprocess(
    (value) =>
      withoutKeys(value, (key, held) => /^geometry_[a-zA-Z0-9_]+/.test(key) && typeof held === "object"),
    only(shape),
  );

// body_html, description_text, headline_short …: any such name is legal where its value is a text.
const withoutNamedTexts = (minor: number) => {
  const named =
    minor >= 3 ? /^(?:description|body|headline)_[a-zA-Z0-9_]+/ : /^(?:description|body)_[a-zA-Z0-9_]+/;
  return (value: unknown) => withoutKeys(value, (key, held) => named.test(key) && typeof held === "string");
};

function withoutKeys(value: unknown, drops: (key: string, held: unknown) => boolean): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, held]) => !drops(key, held)));
}
