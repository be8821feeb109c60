import { refuse } from "./refusals.ts";
import type { Refusal } from "../base/refusal.ts";

/** What the door makes of a request before anything is looked up (ACL-15): it may come in, it goes elsewhere, or it is refused. */
export type Admitted =
  | { readonly path: string; readonly query: string }
  | { readonly moved: string }
  | { readonly refused: Refusal }
  | { readonly missing: true };

const longest = 2048;

/**
 * Judges method and raw target. There is one spelling of each address: another that plainly means it moves there
 * (case, a slash at the end, needless or differently written %-signs); one that could mean two things is not there.
 */
export function admit(method: string, target: string): Admitted {
  const cut = target.indexOf("?");
  const path = cut === -1 ? target : target.slice(0, cut);
  const query = cut === -1 ? "" : target.slice(cut + 1);
  if (method !== "GET" && method !== "HEAD") return { refused: refuse("method-not-allowed") };
  if (path.length > longest || query.length > longest) return { refused: refuse("address-too-long") };
  if (!path.startsWith("/") || /[\u0000-\u0020\u007f\\#]/.test(target))
    return { refused: refuse("target-unreadable") };
  return plain.test(path) ? { path, query } : canonical(path, query);
}

// The common case, decided without taking the path apart: no empty, dotted, encoded, upper-case or odd segment.
const plain = /^\/$|^(\/(?!\.)[a-z0-9._~-]+(?<!\.))+$/;

function canonical(path: string, query: string): Admitted {
  const segments = path.slice(1).split("/").map(decoded);
  const read = segments.filter((segment) => segment !== null);
  if (read.length < segments.length) return { refused: refuse("target-unreadable") };
  const named = read.at(-1) === "" ? read.slice(0, -1) : read;
  if (named.some(isAmbiguous)) return { missing: true };
  const spelt = `/${named.map((segment) => encodeURIComponent(segment.toLowerCase())).join("/")}`;
  if (spelt === path) return { path, query };
  return { moved: query === "" ? spelt : `${spelt}?${query}` };
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment).normalize("NFC");
  } catch {
    return null; // not UTF-8 behind the %-signs
  }
}

// Empty ("//"), dots, encoded slashes and control signs, matrix parameters: never an address of ours.
const isAmbiguous = (segment: string) =>
  segment === "" ||
  segment.startsWith(".") ||
  segment.endsWith(".") ||
  /[/\\;\u0000-\u001f\u007f]/.test(segment);

/** The part of a query a page reads, in one spelling and order: the first of each known name, blanks folded, not empty. */
export function knownQuery(query: string, known: readonly string[] = []): string {
  if (query === "" || known.length === 0) return "";
  const asked = new URLSearchParams(query);
  const kept = known.toSorted().flatMap((name): [string, string][] => {
    const value = asked.get(name)?.normalize("NFC").replace(/\s+/gu, " ").trim();
    return value ? [[name, value.slice(0, 300)]] : [];
  });
  return new URLSearchParams(kept).toString();
}
