/** Where `what` is found at or after `from`, -1 when nowhere. Remembers what is not there, so that the whole stays linear. */
export type Searches = (what: string, from: number) => number;

export function searchesOf(text: string): Searches {
  const known = new Map<string, { readonly from: number; readonly found: number }>();
  return (what, from) => {
    const last = known.get(what);
    if (last && from >= last.from && (last.found === -1 || from <= last.found)) return last.found;
    const found = text.indexOf(what, from);
    known.set(what, { from, found });
    return found;
  };
}

export type Tag = {
  readonly name: string;
  readonly attributes: number;
  /** Characters of the longest attribute value. */
  readonly longest: number;
  readonly closed: boolean;
  /** Just behind the tag. */
  readonly end: number;
};

// Beyond every cap: no need to count on.
const mostCounted = 2000;

/** Reads one start tag: its name and how many and how long its attributes are. A quote that never ends ends the tag at the next ">". */
export function readTag(text: string, start: number, find: Searches): Tag {
  const name = nameAt(text, start + 1);
  let [at, attributes, longest] = [start + 1 + name.length, 0, 0];
  for (;;) {
    const end = find(">", at);
    if (end === -1) return { name, attributes, longest, closed: false, end: text.length };
    const equals = find("=", at);
    if (equals === -1 || equals > end || attributes > mostCounted) {
      const bare = text.slice(at, end).match(/[\s]+[^\s/]/g)?.length ?? 0;
      return {
        name,
        attributes: attributes + bare,
        longest,
        closed: text.charAt(end - 1) === "/",
        end: end + 1,
      };
    }
    const value = valueAfter(text, equals + 1, find) ?? { length: end - equals, end };
    attributes++;
    longest = Math.max(longest, value.length);
    at = Math.max(value.end, equals + 1);
  }
}

function nameAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < 200 && !/[\s/>]/.test(text.charAt(end))) end++;
  return text.slice(from, end).toLowerCase();
}

function valueAfter(text: string, from: number, find: Searches): { length: number; end: number } | null {
  let at = from;
  while (/\s/.test(text.charAt(at))) at++;
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") {
    let end = at;
    while (end < text.length && !/[\s>]/.test(text.charAt(end))) end++;
    return { length: end - at, end };
  }
  const close = find(quote, at + 1);
  return close === -1 ? null : { length: close - at - 1, end: close + 1 };
}
