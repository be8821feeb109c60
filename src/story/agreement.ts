import { z } from "zod";

/**
 * What a partner lets us do, as data (FEATURES.md "Partner contract as data"). `agreed: false` = nobody has said
 * yet (the preset ask-first): nothing may be published.
 */
export const agreement = z.object({
  preset: z.enum(["own", "contract", "guardian-open", "cc-by", "cc-by-nd", "agency", "ask-first", "custom"]),
  agreed: z.boolean(),
  extent: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("full") }),
    z.object({ kind: z.literal("words"), most: z.number().int().positive() }),
    z.object({ kind: z.literal("summary") }),
  ]),
  editing: z.enum(["none", "light", "free"]),
  pictures: z.enum(["allowed", "refused"]),
  keeps: z.object({ byline: z.boolean(), links: z.boolean() }),
  creditLine: z.string().nullable(),
  linkBack: z.boolean(),
  recheckMinutes: z.number().int().positive().nullable(),
  stayDays: z.number().int().positive().nullable(),
  index: z.enum(["own", "canonical", "noindex-news", "noindex"]),
  ads: z.boolean(),
  onwardUse: z.boolean(),
  says: z.string(),
});
export type Agreement = z.infer<typeof agreement>;
export type AgreementPreset = Agreement["preset"];
