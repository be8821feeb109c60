import { z } from "zod";

/** A dated admission on a live story. `changesSense` puts it before the text instead of after. */
export const correction = z.object({
  at: z.number(),
  says: z.string(),
  changesSense: z.boolean().default(false),
});
export type Correction = z.infer<typeof correction>;
