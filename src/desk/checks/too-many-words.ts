import { agreementPresets } from "../../story/agreement-presets.ts";
import { wordsOf } from "../../story/body-text.ts";
import type { CopyCheck, Seen } from "../check.ts";
import { example } from "../example.ts";

/** More words than the partner's agreement allows. Publishing is refused by the agreement itself (story/publishing.ts). */
export const check = {
  name: "too-many-words",
  stops: false,
  look({ copy, agreement, form }): Seen[] {
    if (agreement === null || !agreement.agreed || form === "summary") return [];
    if (agreement.extent.kind === "full") return [];
    const most = agreement.extent.kind === "words" ? agreement.extent.most : 0;
    const words = wordsOf(copy.body);
    const says = `The text has ${words} words and the agreement allows ${most}: cut it, or publish the summary form.`;
    return words > most ? [{ at: "body", says }] : [];
  },
  examples: {
    clean: [
      example({ checked: { agreement: agreementPresets["guardian-open"] } }),
      example({ body: ["word ".repeat(600)], checked: { agreement: agreementPresets.contract } }),
      example({
        body: ["word ".repeat(600)],
        checked: { agreement: agreementPresets["guardian-open"], form: "summary" },
      }),
    ],
    wrong: [
      example({ body: ["word ".repeat(600)], checked: { agreement: agreementPresets["guardian-open"] } }),
    ],
  },
} satisfies CopyCheck;
