import { z } from "zod";
import type { Instant } from "../base/clock.ts";

/** Not before an instant, or, where the partner's date cannot be read, not before a person decides ("unclear" holds). */
export const embargo = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("until"), until: z.number() }),
  z.object({ kind: z.literal("unclear"), says: z.string() }),
]);
export type Embargo = z.infer<typeof embargo>;

export const holds = (rule: Embargo | null, now: Instant): boolean =>
  rule !== null && (rule.kind === "unclear" || now < rule.until);
