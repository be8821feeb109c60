import type { CopyCheck, Seen } from "../check.ts";
import { example } from "../example.ts";
import { isSlip } from "../is-slip.ts";
import { type Line, type Name, type Reading, readingOf } from "../reading.ts";

/** How often the usual spelling stands at least for each time the odd one does. */
const often = 3;

// Words that open sentences and are a letter apart from one another.
const openers = new Set(
  (
    "There These Those Where Whose Their Three Theirs Others Other After Under Which While White Whole About Above " +
    "Since Still Stile First Firsts Every Never Could Would Should Being Bring Today Later Latter Early Earlier"
  ).split(" "),
);

/**
 * A name that is spelt another way once, beside many times the usual one: "Zelenskyiy" beside "Zelenskyy". Quiet on
 * plurals, genitives and inflected forms, on words that also stand in lower case, and on another person of a like
 * name ("Alan Johnston" beside "Boris Johnson").
 */
export const check = {
  name: "name-spelt-two-ways",
  stops: false,
  look(checked) {
    const reading = readingOf(checked);
    const usual = [...reading.names].filter(
      ([name, { count, inside }]) => count >= often && inside > 0 && !openers.has(name),
    );
    return usual.length === 0
      ? []
      : [...reading.names].flatMap(([name, facts]) => lookAt({ name, facts, usual, reading }));
  },
  examples: {
    clean: [
      example({
        body: ["The Zelenskyys met. President Zelenskyy spoke; Zelenskyy’s aide and Zelenskyy left."],
      }),
      example({ body: ["In Korea, Korean and Koreans: of Korea, in Korea, for Korea."] }),
      example({
        body: [
          "Then Boris Johnson spoke. Later Johnson left, and Johnson went. The writer Alan Johnston stayed.",
        ],
      }),
      example({
        body: ["We met Paula Diaz. Later Paula left, and Paula slept, says Paula.", "Paola Prieto stayed."],
      }),
      example({ body: ["There is hope: is There a song, or There, or There? These are songs."] }),
    ],
    wrong: [
      example({
        body: ["President Zelenskyy spoke, then Zelenskyy left, and Zelenskyy slept.", "Zelenskyiy woke."],
      }),
      example({ body: ["Mr Macron spoke, then Macron left, and Macron slept.", "Mr Marcon woke."] }),
    ],
  },
} satisfies CopyCheck;

type Candidate = {
  readonly name: string;
  readonly facts: Name;
  readonly usual: readonly (readonly [string, Name])[];
  readonly reading: Reading;
};

function lookAt({ name, facts, usual, reading }: Candidate): Seen[] {
  if (openers.has(name)) return [];
  const [other] = usual.find(([known, { count }]) => count >= often * facts.count && isSlip(name, known)) ?? [
    undefined,
  ];
  if (other === undefined || standsInLowerCase(reading, name, other)) return [];
  if (isAnotherPerson(reading, name, other)) return [];
  const says = `“${name}” is spelt “${other}” elsewhere in this story: check the name and spell it one way.`;
  return [{ at: facts.at, says }];
}

/** A word that is also written small is no name. */
function standsInLowerCase({ lines }: Reading, ...names: string[]): boolean {
  const small = new RegExp(
    `(?<!\\p{L})(?:${names.map((name) => name.toLowerCase()).join("|")})(?!\\p{L})`,
    "u",
  );
  return lines.some(({ text }) => small.test(text));
}

/** Another first name before it, or another surname after it, says that it is another person (or firm). */
function isAnotherPerson({ lines }: Reading, name: string, other: string): boolean {
  const before = (each: string) => new RegExp(`(\\p{Lu}[\\p{L}.’'-]+) ${each}(?!\\p{L})`, "gu");
  const after = (each: string) => new RegExp(`(?<!\\p{L})${each} (\\p{Lu}[\\p{L}’'-]+)`, "gu");
  // "Paola" and "Paula" are two names; a letter too few or too many is a slip whatever follows.
  const sides = name.length === other.length ? [before, after] : [before];
  return sides.some((side) => {
    const found = wordsAt(lines, side(name));
    const usual = wordsAt(lines, side(other));
    return found.size > 0 && found.keys().every((each) => !usual.has(each));
  });
}

const wordsAt = (lines: readonly Line[], pattern: RegExp) =>
  new Set(lines.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? "")));
