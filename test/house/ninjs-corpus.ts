import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { WireItem } from "../../src/story/wire-item.ts";
import { format } from "../../src/wire/formats/ninjs.ts";
import { corpora } from "./corpora.ts";

const root = join(corpora, "iptc-ninjs");

/** What became of one file of the corpus, and what its folder or name says should become of it. */
export type NinjsVerdict = {
  readonly file: string;
  readonly wanted: "taken" | "refused or held";
  readonly says: string;
  readonly right: boolean;
};

/**
 * Runs the corpus. Items that do not name their version are read as that of their folder, which a partner says in
 * the media type: two files of `should_fail` are right in the next version and wrong in their own.
 */
export function judgeNinjsCorpus(): readonly NinjsVerdict[] {
  const files = globSync("{test_suite,examples,validator-*}/**/*.json", { cwd: root }).toSorted();
  return files.map((file) => {
    const version = /test_suite\/([^/]+)\//.exec(file)?.[1];
    const text = readFileSync(join(root, file), "utf8");
    const contentType = version === undefined ? null : `application/json; version=${version}`;
    const fails = file.includes("should_fail") || basename(file).includes("invalid");
    const { became, says } = fateOf({ text, contentType, address: null });
    const wanted = fails ? "refused or held" : "taken";
    return { file, wanted, says, right: fails ? became !== "taken" : became === "taken" };
  });
}

function fateOf(copy: Parameters<typeof format.parse>[0]): { became: string; says: string } {
  if (!format.recognises(copy)) return { became: "refused", says: "in no known format" };
  const parsed = format.parse(copy);
  if ("unreadable" in parsed) return { became: "refused", says: parsed.unreadable };
  const [first] = parsed.items;
  if (!first || "refused" in first) return { became: "refused", says: first?.refused ?? "no item" };
  return { became: isDoubted(first.item) ? "held" : "taken", says: first.item.statusReason };
}

// What the partner itself says (withheld, canceled, "TURKEY OUT") is taken as said; a hold is what we doubt.
const isDoubted = ({ status, statusReason }: WireItem) =>
  status === "held" && !statusReason.startsWith("A note to the desk");
