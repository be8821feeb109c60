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
