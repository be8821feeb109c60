import type { CopyCheck, Seen } from "../check.ts";
import { example } from "../example.ts";
import { kinds } from "../letters.ts";
import { type Line, readingOf } from "../reading.ts";

// UTF-8 read as windows-1252 shows as Ã, Â, â€, ðŸ, Ð or Ñ followed by what the second byte stands for there.
const misread =
  /Ã[\u0080-\u00aa\u00ac-\u00ba\u00bc-\u00bfƒ‚„…†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Â[\u0080-\u00bf]|â€[\u0080-\u00bf™œžšŸ˜“”„…¦¢¹º]|â„¢|ðŸ|ï¿½|ï»¿|(?:[ÐÑ][\u0080-\u00bf…€‚ƒ„†‡ˆ‰Š‹Œ]){3}/;
const replaced = /[\ufffd\ufffe]/;
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const encodedTwice = /&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,6}|#x[\da-f]{2,6});/i;

/** Letters that were read in the wrong character set, replaced because they could not be read, or encoded twice. */
export const check = {
  name: "broken-characters",
  stops: true,
  look: (checked) =>
    readingOf(checked).lines.flatMap((line) => ((line.kinds & kinds.odd) === 0 ? [] : lookAt(line))),
  examples: {
    clean: [
      example({ body: ["A São João café in Åre: naïve, Œuvre, Größe, “quoted”, R&D, AT&T, 3 € & more."] }),
      example({ language: "pt", body: ["NÃO É ÂNGELO: «NÃO», disse a irmã."] }),
    ],
    wrong: [
      example({ body: ["The cafÃ© was shut."] }),
      example({ body: ["Itâ€™s late."] }),
      example({ body: ["The caf\ufffd was shut."] }),
      example({ headline: "Fish &amp; chips" }),
      example({ body: ["A \u0092quote\u0092 from an old page."] }),
    ],
  },
} satisfies CopyCheck;

function lookAt({ at, text }: Line): Seen[] {
  const seen: Seen[] = [];
  const near = (pattern: RegExp) => nearMatch(text, pattern);
  const broken = near(replaced) ?? near(misread);
  if (broken !== null)
    seen.push({ at, says: `Broken characters at “${broken}”: take the words from the source again.` });
  if (controls.test(text))
    seen.push({ at, says: "A character that cannot be seen or printed stands here: delete and retype it." });
  const twice = near(encodedTwice);
  if (twice !== null)
    seen.push({ at, says: `“${twice}” was encoded twice: write the character itself.`, stops: false });
  return seen;
}

/** The first match with the letters around it, or null. */
function nearMatch(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text);
  return match === null
    ? null
    : text.slice(Math.max(0, match.index - 12), match.index + match[0].length + 8).trim();
}
