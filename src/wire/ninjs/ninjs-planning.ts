import { z } from "zod";
import { only, text, texts, words } from "./ninjs-fields.ts";

// Events and planned coverage, which came with ninjs 3.0.

const whole = z.number().int();

/** A date that may stop at the year, the month or the day. */
const truncated = text.regex(
  /^-?\d{4,}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?)?)?$/,
);

const rule = z.looseObject({
  frequency: words("secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly").optional(),
  interval: whole.optional(),
  count: whole.optional(),
  until: text.optional(),
});

/** Either the date or the expected date, never both. */
export const dates = only({
  ...texts("startDate", "endDate", "expectedDuration"),
  expectedStartDate: truncated,
  expectedEndDate: truncated,
  recurrence: z.looseObject({ recurrenceRules: z.array(rule).optional() }),
}).refine(
  (said) =>
    !("startDate" in said && "expectedStartDate" in said) &&
    !("endDate" in said && "expectedEndDate" in said),
);

export const plannedCoverage = ({ kinds, rendition }: { kinds: readonly string[]; rendition: z.ZodType }) =>
  only({
    ...texts("uri", "title", "pubStatus", "edNote", "language"),
    type: words(...kinds),
    commissioned: only({
      ...texts("by", "on"),
      references: z.array(only(texts("name", "value"))),
    }),
    dates,
    audiences: z.array(only({ audience: text, significance: whole })),
    exclAudience: z.array(text),
    urgency: whole.min(1).max(9),
    itemCount: only({ rangeFrom: whole, rangeTo: whole }),
    wordCount: whole,
    renditions: z.array(rendition),
  });
