import { z } from "zod";

/**
 * A picture as used in a story: what it shows (`alt`), what is printed under it (`caption`) and who must be
 * named (`credit`) are three things. `picture` is the id of the kept file, null while there is none;
 * `address` is where the partner's file lies.
 */
export const pictureUse = z.object({
  picture: z.string().nullable(),
  address: z.string().nullable(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  rights: z.string().nullable().default(null),
  width: z.number().int().positive().nullable().default(null),
  height: z.number().int().positive().nullable().default(null),
});
export type PictureUse = z.infer<typeof pictureUse>;
