import { countWords } from "../../base/text.ts";
import { cleanText } from "../../story/body-clean-text.ts";

/** The lines of pasted text that hold something, white space folded; every kind of line end is one. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\u0085\f]/u)
    .map((line) =>
      cleanText(line)
        .replace(/[\s\u200B]+/gu, " ")
        .trim(),
    )
    .filter((line) => line !== "");

/** A line that reads as a paragraph: long enough to be one, and ended like a sentence. */
export const isParagraph = (line: string): boolean =>
  endsSentence(line) &&
  (countWords(line) >= 10 || /[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]/u.test(line.slice(20)));

export const endsSentence = (line: string): boolean => /[.!?…。！？؟۔।:]["'”’»“)\]]*$/u.test(line);

/** "Europe 5 min read", "5 min read", "Lesezeit: 4 Min.": the section is what stands before. */
export function readReadingTime(line: string): { section: string | null; minutes: number } | null {
  if (line.length > 80) return null;
  for (const pattern of readingTimes) {
    const found = pattern.exec(line)?.groups;
    if (found) return { section: found["section"]?.trim() || null, minutes: Number(found["minutes"]) };
  }
  return null;
}

const section = "(?<section>[^\\d]{0,40}?)";
const readingTimes = [
  new RegExp(
    `^${section}[\\s·•|,–—-]*(?<minutes>\\d{1,3})[\\s-]?min(?:ute)?s?\\.?(?: to)? read(?:ing time)?$`,
    "iu",
  ),
  new RegExp(
    `^${section}[\\s·•|,–—-]*(?<minutes>\\d{1,3}) (?:min(?:uten?)?\\.?) (?:lesezeit|lesedauer)$`,
    "iu",
  ),
  new RegExp(
    `^${section}[\\s·•|,–—-]*(?:reading time|lesezeit|lesedauer|temps de lecture)\\s?:?\\s?(?:ca\\. ?)?(?<minutes>\\d{1,3}) ?min(?:ute)?[sn]?\\.?$`,
    "iu",
  ),
];

/** "Author: user avatar Editors Desk Source: The Guardian", or one of the two on a line of its own. */
export function readAccountLine(
  line: string,
): { author: string | null; avatar: boolean; source: string | null } | null {
  if (line.length > 200) return null;
  const found =
    /^(?:(?:author|autor(?:in)?|auteur|posted by)\s?:\s*(?<avatar>(?:user |profile )?avatar|benutzerbild|profilbild)?\s*(?<author>.*?))?\s*(?:(?:^|\s)(?:source|quelle|fuente|bron)\s?:\s*(?<source>.+))?$/iu.exec(
      line,
    )?.groups;
  const author = found?.["author"]?.trim() || null;
  const source = found?.["source"]?.trim() || null;
  return author === null && source === null
    ? null
    : { author, avatar: found?.["avatar"] !== undefined, source };
}

/** A video of which only the title was left: "… – video explainer", "Watch: …". */
export const isVideoTitle = (line: string): boolean =>
  line.length <= 200 &&
  (/\s[–—-]\s(?:\p{L}+ )?video(?: (?:explainer|report|analysis|interview|highlights|diary|essay|guide|erklärt))?$/iu.test(
    line,
  ) ||
    /^(?:watch|video|▶|im video|vidéo)\s?(?:\||:|▶|–)\s?\S.{8,}[^.]$/iu.test(line) ||
    /^▶\s?\S.{8,}$/u.test(line));
