import { z } from "zod";

/** A video as used in a story. One that came only as a title has neither file nor address: a named placeholder. */
export const videoUse = z.object({
  title: z.string(),
  address: z.string().nullable(),
  provider: z.string().nullable().default(null),
  poster: z.string().nullable().default(null),
  seconds: z.number().nonnegative().nullable().default(null),
  credit: z.string().default(""),
});
export type VideoUse = z.infer<typeof videoUse>;
