import { isAgency, isOrganisation, isRole } from "../../story/byline-words.ts";

/** A line that only names writers and where they are: "Jane Doe in Kyiv and John Roe", "By Jane Doe". */
export function isByline(line: string): boolean {
  const opened = opensByline(line);
  const names = (opened ? line.replace(opening, "") : line).split(/\s*[|•·]\s*/u)[0] ?? "";
  if (line.length > 200 || /[.!?:;…]["”’]?$/u.test(names) || names === "") return false;
  const pieces = names.split(/\s*,\s*|\s*&\s*|\s+(?:and|und|et|y|en|och|og|with|mit)\s+/u).map(withoutPlace);
  return pieces.every((piece) => isName(piece, opened)) && pieces.some((piece) => piece !== "");
}

export const opensByline = (line: string): boolean => opening.test(line);

const opening =
  /^(?:by|words by|text by|written by|report(?:ed|ing)? by|story by|von|text von|par|por|door|av|af)(?:\s*:\s*|\s+)(?=\p{Lu})/iu;

const withoutPlace = (piece: string) =>
  piece.replace(/\s+(?:in|at|aus|à|en|for|für|pour|from)\s+(?:the )?\p{Lu}.*$/u, "").trim();

function isName(piece: string, opened: boolean): boolean {
  if (piece === "" || isAgency(piece) || isRole(piece) || otherPart.test(piece)) return true;
  const words = piece.split(" ");
  if (isOrganisation(piece) && words.length <= 4) return true;
  if (words.length > 4 || (words.length < 2 && !opened)) return false;
  return words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || particles.has(word)) && !/\d/u.test(piece);
}

// "… , photographs by Tom Oake" names another part, not another writer.
const otherPart =
  /^(?:photo(?:graph)?s?|photography|pictures?|video|illustrations?|graphics|fotos?|bilder) (?:by|von) /iu;

/** The byline without the photographers and makers of videos it names beside the writers. */
export const withoutOtherParts = (line: string): string =>
  line
    .split(/(?<=\S)[,;]\s*/u)
    .filter((piece, at) => at === 0 || !otherPart.test(piece))
    .join(", ");

const particles = new Set(
  "von van de der den del della di da du la le el al bin ibn ten ter zu af av".split(" "),
);
