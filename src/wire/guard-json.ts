import type { Guarded } from "./guarded.ts";

/** Deeper than this no wire format goes. */
const mostDepth = 64;

/** Looks at nesting only; JSON.parse judges the rest. Linear, strings are jumped over. */
export function guardJson(text: string): Guarded {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quote) at = endOfString(text, at);
    else if (char === openBrace || char === openBracket) depth++;
    else if (char === closeBrace || char === closeBracket) depth--;
    if (depth > mostDepth) {
      return {
        unreadable: `The JSON is nested more than ${mostDepth} levels deep, which no news format is.`,
      };
    }
  }
  return { text };
}

/**
 * Reads guarded JSON. Members called `__proto__`, `constructor` or `prototype` are left out, so that no later
 * copying can reach the prototypes (CASES XML-08); of members named twice the last one counts.
 */
export function readJson(text: string): { readonly value: unknown } | { readonly unreadable: string } {
  try {
    const risky = /__proto__|constructor|prototype|\\u00/.test(text);
    return { value: risky ? JSON.parse(text, withoutPrototypes) : JSON.parse(text) };
  } catch {
    return {
      unreadable: "The copy looks like JSON but is cut or malformed, so nothing could be read from it.",
    };
  }
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 123, 125, 91, 93];

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
  return slashes % 2 === 1;
}

function withoutPrototypes(this: unknown, key: string, value: unknown): unknown {
  return ["__proto__", "constructor", "prototype"].includes(key) ? undefined : value;
}
