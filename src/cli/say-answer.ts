import type { Given } from "./command.ts";

/** Says an answer: as JSON where that was asked for, else in words. */
export async function sayAnswer(given: Given, answer: unknown, words: string): Promise<void> {
  await given.terminal.say(given.has("json") ? `${JSON.stringify(answer)}\n` : `${words}\n`);
}

/** Text that came from outside, safe for a terminal: one line, no control signs, no turning of the reading direction. */
export const plainLine = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
