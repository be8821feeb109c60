import { z } from "zod";

// The content API leaves out whatever a key's tier or a query did not ask for: every field may be absent, flags and
// numbers come as such or as text (WIRE.md 4.9).

const words = z.union([z.string(), z.number().transform(String)]).catch("");
const flag = z.union([z.boolean(), z.string().transform((said) => said === "true")]).catch(false);
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

const asset = z.object({
  type: words,
  file: words,
  mimeType: words,
  typeData: z.record(z.string(), z.unknown()).catch({}),
});
export type GuardianAsset = z.infer<typeof asset>;

/** One element of a block; what it holds is under a name of its kind (`textTypeData`, `imageTypeData` …). */
const element = z
  .looseObject({ id: words, relation: words, type: words, assets: listOf(asset) })
  .transform((each) => ({ ...each, data: dataOf(each) }));
export type GuardianElement = z.infer<typeof element>;

function dataOf(each: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const name = Object.keys(each).find((key) => key.endsWith("TypeData"));
  const held = name === undefined ? undefined : each[name];
  // Elements of the older list hold it in their first asset.
  const first = listOf(asset).parse(each["assets"])[0]?.typeData ?? {};
  return typeof held === "object" && held !== null ? Object.fromEntries(Object.entries(held)) : first;
}

const block = z.object({
  bodyHtml: words,
  title: words,
  published: z.boolean().catch(true),
  attributes: z.object({ title: words, keyEvent: flag }).catch({ title: "", keyEvent: false }),
  elements: listOf(element),
});
export type GuardianBlock = z.infer<typeof block>;

const tag = z
  .object({ id: words, type: words, typeName: words, webTitle: words })
  .transform(({ typeName, ...each }) => ({ ...each, type: (each.type || typeName).toLowerCase() }));

const mediaAtom = z.object({
  id: words,
  title: words,
  data: z
    .object({
      media: z
        .object({
          title: words,
          activeVersion: z.number().catch(0),
          duration: figure,
          assets: listOf(
            z.object({ id: words, platform: words, version: z.number().catch(0), mimeType: words }),
          ),
        })
        .nullable()
        .catch(null),
    })
    .nullable()
    .catch(null),
});
export type GuardianAtom = z.infer<typeof mediaAtom>;

export const guardianContent = z.object({
  id: z.string().min(1),
  type: words,
  typeName: words,
  sectionName: words,
  webPublicationDate: words,
  webTitle: words,
  webUrl: words,
  isHosted: flag,
  isExpired: flag,
  isGone: flag,
  aliasPaths: listOf(z.object({ path: words })),
  fields: z.record(z.string(), z.unknown()).catch({}),
  tags: listOf(tag),
  elements: listOf(element),
  blocks: z
    .object({ main: block.nullable().catch(null), body: listOf(block) })
    .catch({ main: null, body: [] }),
  rights: z.object({ syndicatable: z.unknown().optional() }).nullable().catch(null),
  atoms: z.object({ media: listOf(mediaAtom) }).catch({ media: [] }),
});
export type GuardianContent = z.infer<typeof guardianContent>;

/** A field as words, whatever its type; empty when absent. */
export const fieldOf = (fields: Readonly<Record<string, unknown>>, name: string): string =>
  words.parse(fields[name]);
export const flagOf = (fields: Readonly<Record<string, unknown>>, name: string): boolean =>
  flag.parse(fields[name]);
export const figureOf = (fields: Readonly<Record<string, unknown>>, name: string): number =>
  figure.parse(fields[name]);
