import { countWords } from "../base/text.ts";
import type { Body } from "../story/body.ts";
import { bodyLines } from "../story/body-lines.ts";

/** Words of a body as a reader counts them. */
export const wordsOf = (body: Body): number =>
  bodyLines(body).reduce((sum, { text }) => sum + countWords(text), 0);

/** Minutes to read so many words, at 200 a minute, rounded up, never below 1 (DESIGN.md). */
export const minutesFor = (words: number): number => Math.max(1, Math.ceil(words / 200));
