import { z } from "zod";
import type { Said } from "./started-paper.ts";

/** The shape every answer of `import` has (DESIGN.md), and nothing beside it. */
const answer = z.strictObject({
  id: z.string().nullable(),
  url: z.string().nullable(),
  status: z.string().nullable(),
  format: z.string().nullable(),
  warnings: z.array(z.strictObject({ check: z.string(), says: z.string().min(1), at: z.string() })),
  refusals: z.array(z.strictObject({ code: z.string(), says: z.string().min(1) })),
});
export type ImportAnswer = z.infer<typeof answer>;

export const answerIn = ({ out }: Said): ImportAnswer => answer.parse(JSON.parse(out));
