import { z } from "zod";

/** What the newsroom says of itself: kept under the setting "paper". */
export const paper = z.object({
  name: z.string(),
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]).default("ltr"),
  zone: z.string(),
  place: z.string(),
  established: z.string(),
  says: z.string(),
  owner: z.string(),
  correctionsPolicy: z.string(),
  adsPolicy: z.string(),
  editor: z.string(),
});
export type Paper = z.infer<typeof paper>;
