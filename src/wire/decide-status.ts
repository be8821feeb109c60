import type { Instant } from "../base/clock.ts";
import type { Embargo } from "../story/embargo.ts";
import type { WireItem } from "../story/wire-item.ts";
import { readNote } from "./restriction-words.ts";

/** Everything in copy that speaks of its status, in the partner's own words and any spelling. */
export type StatusSigns = {
  /** "usable", "stat:canceled", "Embargoed" …; null or empty = not said, which means usable. */
  readonly status?: string | null;
  /** Editorial types and signals: "Kill", "Corrective", "sig:correction", "Test". */
  readonly types?: readonly string[];
  /** The end of the embargo where the format has a field for it and the copy uses it; `at` null = unreadable. */
  readonly embargo?: { readonly at: Instant | null; readonly says: string } | null;
  /** Notes to the desk, scanned for words of embargo and restriction. */
  readonly notes?: readonly string[];
  /** Anything else that makes status, embargo or rights unclear, each as a sentence. */
  readonly doubts?: readonly string[];
};

export type StatusDecided = Pick<WireItem, "status" | "statusReason" | "change" | "embargo">;

/**
 * The decision table of WIRE.md 4.2, for any format: what takes copy away is read first, then what withholds it,
 * then embargo, then doubt; only copy with nothing against it is usable.
 */
export function decideStatus(signs: StatusSigns): StatusDecided {
  const words = [signs.status ?? "", ...(signs.types ?? [])].map(plain).filter((word) => word !== "");
  const embargo = embargoOf(signs, words);
  const change = changeOf(words);
  const said = words.find((word) => kills.has(word));
  if (said) return { status: "killed", statusReason: `The partner says ${said}.`, change, embargo };
  const withheld = words.find((word) => withholds.has(word));
  if (withheld)
    return { status: "withdrawn", statusReason: `The partner says ${withheld}.`, change, embargo };
  const doubt = embargo?.kind === "unclear" ? embargo.says : doubtOf(signs);
  return { status: doubt === "" ? "usable" : "held", statusReason: doubt, change, embargo };
}

// "stat:canceled", "sig:correction", "Canceled", "CANCELLED" are one word each.
const plain = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replace(/^(?:stat|sig|signal|pubstatus):/, "")
    .replace("cancelled", "canceled");

const kills = new Set(["canceled", "kill", "killed", "elimination", "disregard", "deleted"]);
const withholds = new Set(["withheld", "withhold", "withdrawn", "hold", "blocked"]);
const usable = new Set(["usable", "published", "live", "corrected", "active"]);
const corrections = new Set(["corrective", "correction", "corrected"]);
const updates = new Set(["update", "writethru", "lead", "add", "takes"]);

function changeOf(words: readonly string[]): WireItem["change"] {
  if (words.some((word) => corrections.has(word))) return "correction";
  if (words.includes("clarification")) return "clarification";
  if (words.includes("advisory")) return "advisory";
  return words.some((word) => updates.has(word)) ? "update" : "new";
}

// A readable time governs. Without one, a word of embargo in status or notes holds until a person decides.
function embargoOf(signs: StatusSigns, words: readonly string[]): Embargo | null {
  const date = signs.embargo;
  if (date && date.at !== null) return { kind: "until", until: date.at };
  if (date)
    return { kind: "unclear", says: `The copy has an embargo whose date cannot be read (“${date.says}”).` };
  if (words.some((word) => /^embargo(?:e?d)?$/.test(word)))
    return { kind: "unclear", says: "The copy is marked as embargoed but names no time." };
  const noted = (signs.notes ?? []).map((note) => readNote(note).embargo).find((found) => found);
  return noted ? { kind: "unclear", says: `A note to the desk speaks of an embargo (“${noted}”).` } : null;
}

function doubtOf(signs: StatusSigns): string {
  const word = plain(signs.status ?? "");
  if (word !== "" && !usable.has(word) && !/^embargo(?:e?d)?$/.test(word))
    return `The partner gives a status Offstone does not know (“${word}”).`;
  if ((signs.types ?? []).some((type) => plain(type) === "test"))
    return "The partner marks this as a test; it is never to be published.";
  const noted = (signs.notes ?? []).map((note) => readNote(note).restriction).find((found) => found);
  if (noted) return `A note to the desk restricts the use (“${noted}”).`;
  return signs.doubts?.find((doubt) => doubt !== "") ?? "";
}
