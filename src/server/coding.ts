export type Coding = "br" | "gzip" | "identity";

const known = new Map<string, Coding>();
const mostKnown = 200;

/** The best coding an Accept-Encoding header allows. Browsers send a handful of spellings, so answers are remembered. */
export function codingFor(accepted: string | undefined): Coding {
  if (accepted === undefined) return "identity";
  const there = known.get(accepted);
  if (there !== undefined) return there;
  const coding = judged(accepted);
  if (known.size >= mostKnown) known.clear();
  known.set(accepted, coding);
  return coding;
}

function judged(accepted: string): Coding {
  const weights = new Map(accepted.toLowerCase().split(",").slice(0, 20).map(weighed));
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  if (weightOf("br") > 0 && weightOf("br") >= weightOf("gzip")) return "br";
  return weightOf("gzip") > 0 ? "gzip" : "identity";
}

function weighed(part: string): [string, number] {
  const [name = "", ...settings] = part.split(";").map((each) => each.trim());
  const weight = settings.find((each) => each.startsWith("q="));
  return [name === "x-gzip" ? "gzip" : name, weight === undefined ? 1 : Number(weight.slice(2)) || 0];
}

/**
 * True when If-None-Match names this page, in whatever coding the reader has it (RFC 9110 13.1.2: weak comparison).
 * `etag` is that of the plain bytes.
 */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const asked = ifNoneMatch.split(",").map((each) => each.trim());
  return asked.some((each) => each.replace(/^W\//, "").replace(/\.(gz|br)"$/, '"') === etag);
}
