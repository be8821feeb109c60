import type { CopyCheck } from "../check.ts";
import { example, exampleSource } from "../example.ts";

/** Nobody is named as the writer. Agency copy that came without a name and is credited to the agency needs none. */
export const check = {
  name: "missing-byline",
  stops: false,
  look: ({ copy, source }) =>
    copy.byline.length > 0 || (source !== null && source.byline.length === 0 && source.credit !== "")
      ? []
      : [{ at: "byline", says: "The story names no writer: enter who wrote it, or credit the agency." }],
  examples: {
    clean: [
      example(),
      example({
        byline: [],
        checked: { source: exampleSource({ credit: "Reuters" }), sourceName: "Reuters" },
      }),
    ],
    wrong: [
      example({ byline: [] }),
      example({ byline: [], checked: { source: exampleSource(), sourceName: "Harbour Post" } }),
    ],
  },
} satisfies CopyCheck;
