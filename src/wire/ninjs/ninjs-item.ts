import { z } from "zod";

/** An item of any version, in one shape: names of 2.x in lower case, lists where 1.x has names. Reads what it can. */
export type NinjsItem = z.infer<typeof ninjsItem>;

/** Folds the spellings of 1.x, 2.x and 3.x together and reads the fields the newsroom uses; wrong ones are empty. */
export const readNinjsItem = (raw: Readonly<Record<string, unknown>>): NinjsItem =>
  ninjsItem.parse(inOneShape(lowered(raw)));

const words = z.union([z.string(), z.number().transform(String)]).catch("");
const figure = z.coerce.number().positive().catch(0);
const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<Schema>[] =>
      (Array.isArray(value) ? value : []).flatMap((each) => {
        const read = schema.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );

const valued = z.object({ role: words, contenttype: words, value: z.string() });
const concept = z.object({ name: words, scheme: words, code: words, uri: words, literal: words, rel: words });
const rendition = z.object({
  name: words,
  href: words,
  contenttype: words,
  mimetype: words,
  width: figure,
  height: figure,
  duration: figure,
});

const fields = {
  uri: words,
  guid: words,
  evolvedfrom: words,
  name: words,
  type: words,
  version: words,
  pubstatus: words,
  urgency: figure,
  language: words,
  title: words,
  by: words,
  slugline: words,
  located: words,
  ednote: words,
  copyrightholder: words,
  copyrightnotice: words,
  usageterms: words,
  firstcreated: z.unknown().optional(),
  versioncreated: z.unknown().optional(),
  embargoed: z.unknown().optional(),
  embargoeduntil: z.unknown().optional(),
  expires: z.unknown().optional(),
  rightsinfo: z.object({ linkedrights: words, encodedrights: words }).nullable().catch(null),
  headlines: listOf(valued),
  descriptions: listOf(valued),
  bodies: listOf(valued),
  people: listOf(concept),
  organisations: listOf(concept),
  places: listOf(concept),
  subjects: listOf(concept),
  genres: listOf(concept),
  infosources: listOf(concept),
  renditions: listOf(rendition),
  signals: listOf(z.string()),
  editorialtypes: listOf(z.string()),
};
/** The names read here; everything else an item holds is kept as unmapped. */
export const fieldsRead: ReadonlySet<string> = new Set([...Object.keys(fields), "associations"]);

const ninjsItem = z.object({
  ...fields,
  associations: listOf(z.lazy(() => z.object(fields))),
  /** The names of fields that are in the item, whatever their value. */
  said: listOf(z.string()),
  unmapped: z.record(z.string(), z.unknown()),
});

export type NinjsAssociation = NinjsItem["associations"][number];

// Own properties only, so that a key called __proto__ stays a key.
function lowered(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key.toLowerCase(),
      keepsKeys.has(key) ? held : loweredPart(held),
    ]),
  );
}

const keepsKeys = new Set(["extra", "altids"]);

function loweredPart(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(loweredPart);
  return typeof value === "object" && value !== null ? lowered(value) : value;
}

type Folded = Readonly<Record<string, unknown>>;

function inOneShape(raw: Folded): Folded {
  const folded = withLists(raw);
  const unmapped = Object.entries(raw).filter(
    ([key]) =>
      !fieldsRead.has(key) &&
      !(key in names1) &&
      !/^(?:headline|description|body)_/.test(key) &&
      !own1.has(key),
  );
  return { ...folded, said: Object.keys(raw), unmapped: Object.fromEntries(unmapped) };
}

function withLists(raw: Folded): Folded {
  const renamed = Object.fromEntries(
    Object.entries(raw).map(([key, held]) => [Object.hasOwn(names1, key) ? names1[key] : key, held]),
  );
  return {
    ...renamed,
    headlines: [...alone(raw["headline"], "main"), ...named(raw, "headline"), ...list(raw["headlines"])],
    descriptions: [...named(raw, "description"), ...list(raw["descriptions"])],
    bodies: [...named(raw, "body"), ...list(raw["bodies"])],
    renditions: listed(raw["renditions"]),
    associations: listed(raw["associations"]).map((each) => (isRecord(each) ? withLists(each) : each)),
  };
}

const own1 = new Set(["headline"]);
const names1: Readonly<Record<string, string>> = {
  byline: "by",
  person: "people",
  organisation: "organisations",
  place: "places",
  subject: "subjects",
  genre: "genres",
  infosource: "infosources",
};

const isRecord = (value: unknown): value is Folded =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const alone = (value: unknown, role: string) => (typeof value === "string" ? [{ role, value }] : []);

// headline_print: "…" of 1.x is { role: "print", value: "…" } of 2.x.
const named = (raw: Folded, field: string) =>
  Object.entries(raw).flatMap(([key, value]) =>
    key.startsWith(`${field}_`) ? alone(value, key.slice(field.length + 1)) : [],
  );

const listed = (value: unknown): unknown[] =>
  isRecord(value)
    ? Object.entries(value).map(([name, held]) => (isRecord(held) ? { name, ...held } : held))
    : list(value);
