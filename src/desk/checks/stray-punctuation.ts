import { lostWords } from "../../story/lost-words.ts";
import type { CopyCheck } from "../check.ts";
import { example } from "../example.ts";
import { kinds } from "../letters.ts";
import { readingOf } from "../reading.ts";

/** Punctuation with nothing before it, as a lost link leaves it: "with Jared Kushner, .". */
export const check = {
  name: "stray-punctuation",
  stops: false,
  look(checked) {
    const gaps = new Map<string, string[]>();
    for (const { at, text, kinds: seen, type } of readingOf(checked).lines)
      if ((seen & kinds.gap) !== 0 && type !== "table")
        for (const where of lostWords(text)) gaps.set(at, [...(gaps.get(at) ?? []), `“${where}”`]);
    return [...gaps].map(([at, places]) => ({ at, says: saysOf(places) }));
  },
  examples: {
    clean: [
      example({ body: ["He came, saw, and left. “Why?” she asked, . . . and was silent."] }),
      example({ body: ["The rate rose by .5 points; see gov.example, page 3 (of 9), :tree:, all."] }),
      example({ language: "fr", body: ["Il a dit : « Non ; jamais ! » Et puis ?"] }),
    ],
    wrong: [
      example({
        body: ["Witkoff is expected with Trump’s son-in-law, Jared Kushner, . Nobody confirmed it."],
      }),
      example({ body: ["The report , published on Monday, names nobody."] }),
      example({ body: ["He met the minister,, and left."] }),
    ],
  },
} satisfies CopyCheck;

/** One finding a block: a list of references may have the same gap in every line. */
function saysOf(places: readonly string[]): string {
  const more = places.length > 3 ? ` and ${places.length - 3} more places` : "";
  const named = places.slice(0, 3).join(", ");
  return `Words seem to be missing at ${named}${more}: look them up in the source, a link may have been lost there.`;
}
