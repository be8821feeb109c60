import { oneLine } from "../base/text.ts";

/**
 * A headline, name or title as it is put beside others: one line, without the marks that turn the direction of
 * what follows (U+202A to U+202E, U+2066 to U+2069), so that it cannot flip its neighbours (CASES TXT-03).
 */
export const plainLine = (text: string): string => oneLine(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ""));
