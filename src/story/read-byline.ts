import { oneLine } from "../base/text.ts";
import type { Byline } from "./byline.ts";
import { isAgency, isOrganisation, isRole } from "./byline-words.ts";

/**
 * The writers in a printed byline, in order: "Jennifer Rankin in Brussels and Pjotr Sauer" is two, the first with
 * a place. A place after the last of several stays with the last, as printed. Addresses, handles and dates are
 * dropped; what cannot be told apart for sure stays one name. At most 20.
 */
export function readByline(text: string): Byline[] {
  if (text.length > longestByline * 2) return [];
  const line = withoutContacts(oneLine(text));
  if (line.length > longestByline) return [];
  const opened = withoutOpening(line);
  const writers = segments(opened.rest).flatMap((segment) => splitNames(segment, opened.language));
  return uniqueNames(joinRoles(writers.map(readWriter))).slice(0, 20);
}

// Longer than this it is a biography, not a byline.
const longestByline = 400;

const withoutContacts = (line: string) =>
  line
    .replace(/<[^>]*@[^>]*>|\([^()]*@[^()]*\)|\[[^[\]]*@[^[\]]*\]/gu, " ")
    .replace(/(?:e-?mail|contact|twitter|follow)\s*:?\s*(?=\S*@)/giu, " ")
    .replace(/\S*@\S+/gu, " ")
    .replace(/\bhttps?:\/\/\S+|\bwww\.\S+/giu, " ")
    .replace(/\s+/gu, " ")
    .trim();

const openings: readonly [pattern: RegExp, language: string][] = [
  [
    /^(?:(?:written|reported|reporting|report|story|words|text|posted|published|analysis|comment|article|edited|photographs?|interview) by|by|author(?:s|\(s\))?(?: name)?|words|reporter|writer|contributors?(?! to\b))(?:\s*:\s*|\s+|$)(?:by\s+)?/iu,
    "en",
  ],
  [/^(?:(?:ein \p{L}+ |eine \p{L}+ |interview |text )?von|autor(?:in|en)?\s*:)\s+/iu, "de"],
  [/^(?:(?:propos recueillis )?par|auteur\s*:)\s+/iu, "fr"],
  [/^(?:por|autor\s*:)\s+/iu, "es"],
  [/^(?:door)\s+/iu, "nl"],
  [/^(?:di|a cura di)\s+(?=\p{Lu})/iu, "it"],
  [/^(?:av|af)\s+(?=\p{Lu})/iu, "sv"],
];

function withoutOpening(line: string): { rest: string; language: string } {
  for (const [pattern, language] of openings)
    if (pattern.test(line)) return { rest: line.replace(pattern, ""), language };
  return { rest: line, language: "" };
}

// Bars, bullets and spaced dashes part the byline from dates and outlets; line ends of lists part names.
const segments = (line: string) =>
  line
    .split(/\s*[|•·;]\s*|\s+[–—-]\s+/u)
    .map((each) => each.replace(/^[\s,:/–—-]+|[\s,:/–—-]+$/gu, "").replace(/^\(([^()]*)\)$/u, "$1"))
    .filter((each) => each !== "" && !isDate(each));

const isDate = (segment: string) =>
  /^(?:(?:last )?updated|published|posted|first published|modified|on \d|am \d|\d)/iu.test(segment) ||
  /^(?:\p{L}{3,9}\.?,? )?\p{L}{3,9}\.? \d{1,2},? \d{4}/u.test(segment) ||
  /\b\d+ min(?:ute)?s?\b/iu.test(segment);

const and: Record<string, RegExp> = {
  es: /\s+y\s+/iu,
  it: /\s+e\s+/u,
  fr: /\s+et\s+/iu,
  nl: /\s+en\s+/iu,
};
const anyAnd = /,?\s+(?:and|und|och|og|with|mit)\s+|\s*&\s*|,\s*(?:y|et)\s+/iu;

function splitNames(segment: string, language: string): string[] {
  if (isOrganisation(segment.split(",")[0] ?? "")) return [segment];
  return splitAnd(segment, anyAnd)
    .flatMap((part) => (and[language] ? splitAnd(part, and[language]) : [part]))
    .flatMap((part) => part.split(/\s*,\s*/u).reduce(joinSuffixes, []))
    .map((part) => part.replace(/^(?:by|and|und|et|with)\s+/iu, "").trim())
    .filter((part) => part !== "" && !isDate(part));
}

// "John Smith, Jr." and "Jane Doe, PhD" are one name each; "Jane Doe, in Paris" is one writer.
const joinSuffixes = (names: string[], part: string): string[] => {
  if (names.length > 0 && /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq|mp|obe|mbe|rn|j\.?d)\.?$/iu.test(part))
    return [...names.slice(0, -1), `${names.at(-1)}, ${part}`];
  if (names.length > 0 && /^in \p{Lu}/u.test(part)) return [...names.slice(0, -1), `${names.at(-1)} ${part}`];
  return [...names, part];
};

// "Anna and Bob Smith" or "Staff and agencies" stay one: only two things that can each stand alone are parted.
function splitAnd(part: string, joint: RegExp): string[] {
  const names = part.split(joint).filter((each) => each !== "");
  return names.length > 1 && names.every(standsAlone) && !isOrganisation(part) ? names : [part];
}

const standsAlone = (name: string) =>
  isAgency(name) || /^agenc(?:y|ies)$/iu.test(name) || placeless(name).split(" ").length > 1;

const inPlace =
  /^(.+?),?\s+(?:in|à|aus|at the)\s+((?:the\s+)?\p{Lu}[\p{L}\p{M}.’'-]*(?:[ ,]+(?:\p{Lu}[\p{L}\p{M}.’'-]*|de|la|del|of|the|am|an|der))*)$/u;

const placeless = (name: string) => inPlace.exec(name)?.[1] ?? name;

function readWriter(text: string): Byline {
  const bracket = /^(.+?)\s*\(([^()]+)\)$/u.exec(text);
  if (bracket?.[1] && bracket[2]) return { ...readWriter(bracket[1]), role: bracket[2].trim() };
  const placed = inPlace.exec(text);
  if (placed?.[1] && placed[2] && !isOrganisation(placed[1])) return roleOf(placed[1], placed[2]);
  return roleOf(text, null);
}

// "Jane Doe of The Associated Press", "Jane Doe for the Courier"; "Political editor Jane Doe" stays as printed.
function roleOf(text: string, place: string | null): Byline {
  const of = /^(\p{Lu}\S*(?: \S+){1,3}?) (?:of|for) ((?:the )?\p{Lu}.+)$/iu.exec(text);
  if (of?.[1] && of[2] && !isOrganisation(of[1]) && (isAgency(of[2]) || isOrganisation(of[2])))
    return { name: of[1], place, role: of[2] };
  return { name: text, place, role: null };
}

// What follows a person after a comma and is a post or an outlet is the person's role: "Jane Doe, political editor".
function joinRoles(writers: readonly Byline[]): Byline[] {
  return writers.reduce<Byline[]>((joined, writer) => {
    const last = joined.at(-1);
    const belongs =
      isRole(writer.name) ||
      (isAgency(writer.name) && !/^agenc/iu.test(writer.name) && !isAgency(last?.name ?? ""));
    if (!last || last.role !== null || !belongs || isOrganisation(last.name)) return [...joined, writer];
    return [...joined.slice(0, -1), { ...last, role: writer.name, place: last.place ?? writer.place }];
  }, []);
}

const uniqueNames = (writers: readonly Byline[]) =>
  writers.filter(
    (writer, at) =>
      /\p{L}/u.test(writer.name) &&
      !/^(?:admin|administrator|unknown|anonymous|null|undefined|n\/a|none)$/iu.test(writer.name) &&
      writers.findIndex((each) => each.name.toLowerCase() === writer.name.toLowerCase()) === at,
  );
