import type { AnswerHeaders } from "./fetched.ts";
import { refuse } from "./refusals.ts";

const mostHeaders = 200;
// Two of these would mean two answers in one (CASES NET-24).
const single = new Set(["content-length", "location", "content-type", "etag", "last-modified"]);

/** Reads the head of an answer as it came (name, value, name, value …); refuses what could be read in two ways. */
export function readHeaders(raw: unknown, host: string): AnswerHeaders {
  const lines = pairsOf(raw);
  if (lines.length > mostHeaders) throw malformed(host, `${lines.length} headers`);
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of lines) {
    const before = headers[name];
    if (before !== undefined && single.has(name) && before !== value) throw malformed(host, `two of ${name}`);
    headers[name] = before === undefined || single.has(name) ? value : `${before}, ${value}`;
  }
  if ("transfer-encoding" in headers && "content-length" in headers) throw malformed(host, "two lengths");
  return headers;
}

function pairsOf(raw: unknown): readonly (readonly [string, string])[] {
  const flat = Array.isArray(raw) ? raw.map(String) : [];
  return flat.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), flat[at + 1] ?? ""] as const] : [],
  );
}

const malformed = (host: string, why: string) => refuse("answer-malformed", { detail: { host, why } });
