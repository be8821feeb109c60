import { z } from "zod";

/** A part of the paper. `slug` is its address, `tone` one of the eight colours of the house style. */
export const tones = [
  "news",
  "world",
  "politics",
  "business",
  "sport",
  "opinion",
  "culture",
  "life",
] as const;
export const section = z.object({
  slug: z.string(),
  name: z.string(),
  tone: z.enum(tones),
  rank: z.number().int(),
  says: z.string().default(""),
});
export type Section = z.infer<typeof section>;
