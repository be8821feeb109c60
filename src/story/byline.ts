import { z } from "zod";

/** One writer as printed: the name, and where from ("in Brussels"). Never the account that handled the story. */
export const byline = z.object({
  name: z.string().min(1),
  place: z.string().nullable().default(null),
  role: z.string().nullable().default(null),
});
export type Byline = z.infer<typeof byline>;
