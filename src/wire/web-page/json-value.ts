import { wordsOfText } from "../../story/body-clean-text.ts";

/** One object of JSON-LD, its values not looked at yet. */
export type Thing = Readonly<Record<string, unknown>>;

export const isThing = (value: unknown): value is Thing =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value as a list: one is a list of one, nothing is none. */
export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.slice(0, 100) : value === undefined || value === null ? [] : [value];

/** A value as one line of words: a text, a number, a thing's own text or name, the first of a list. */
export function textIn(value: unknown): string {
  const [first] = listIn(value);
  if (typeof first === "string") return wordsOfText(first.slice(0, 10_000));
  if (typeof first === "number") return String(first);
  if (!isThing(first)) return "";
  const inner = first["@value"] ?? first["name"];
  return typeof inner === "string" ? wordsOfText(inner.slice(0, 10_000)) : "";
}

/** JSON as sites write it: wrapped in comments or CDATA, with line ends inside texts, trailing commas. Undefined = beyond help. */
export function readLooseJson(text: string): unknown {
  if (text.length > 1_000_000) return undefined;
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/;\s*$/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*$/, "")
    .replace(/;\s*$/, "");
  return parsed(bare) ?? parsed(mended(bare));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// A comma before an end, and raw line ends and tabs, which may stand between values but not inside them.
const mended = (text: string) => text.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*(?=[}\]])/g, "");
