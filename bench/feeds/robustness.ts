import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHere } from "../../src/wire/parse-copy.ts";

/** What became of a set of files: read, refused with a sentence, or thrown on; and the slowest of them. */
export type SetResult = {
  readonly set: string;
  readonly files: number;
  readonly read: number;
  readonly damaged: number;
  readonly refused: number;
  readonly thrown: readonly string[];
  readonly slowest: { readonly file: string; readonly ms: number };
};

const sets: readonly (readonly [set: string, pattern: string])[] = [
  ["feeds-feedparser", "**/*.{xml,json}"],
  ["feeds-feedvalidator", "**/*.{xml,rss,rdf,atom,opml,kml}"],
  ["feeds-gofeed", "**/*.{xml,json}"],
  ["feeds-feedsmith", "**/*.{xml,json,opml}"],
  ["feeds-rome", "**/*.*"],
  ["feeds-miniflux", "**/*.{xml,html}"],
  ["xml-attacks", "**/*.*"],
  ["json-parsing", "**/*.json"],
];

/** Reads every file of every set once, in this thread, and times each. */
export async function readAllSets(corpora: string): Promise<SetResult[]> {
  const results: SetResult[] = [];
  for (const [set, pattern] of sets) results.push(await readSet(set, copiesIn(join(corpora, set), pattern)));
  results.push(await readConformance(corpora));
  results.push(await readSet("payload-lists/xxe", payloadsIn(join(corpora, "payload-lists/xxe"))));
  return results;
}

type NamedCopy = { readonly name: string; readonly bytes: Uint8Array };

async function readSet(set: string, copies: Iterable<NamedCopy>): Promise<SetResult> {
  const count = { files: 0, read: 0, damaged: 0, refused: 0 };
  const thrown: string[] = [];
  let slowest = { file: "", ms: 0 };
  for (const { name, bytes } of copies) {
    const start = performance.now();
    const became = await outcomeOf(bytes);
    const ms = performance.now() - start;
    if (ms > slowest.ms) slowest = { file: name, ms };
    count.files++;
    if (became === "thrown") thrown.push(name);
    else count[became]++;
  }
  return { set, ...count, thrown, slowest };
}

async function outcomeOf(bytes: Uint8Array): Promise<"read" | "damaged" | "refused" | "thrown"> {
  try {
    const copy = await parseHere(bytes, { contentType: null, address: "http://base.test/feed" });
    if ("unreadable" in copy) return "refused";
    return copy.damage === null ? "read" : "damaged";
  } catch {
    return "thrown";
  }
}

function* copiesIn(folder: string, pattern: string): Generator<NamedCopy> {
  for (const name of globSync(pattern, { cwd: folder }).toSorted()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) yield { name, bytes: readFileSync(path) };
  }
}

function* payloadsIn(folder: string): Generator<NamedCopy> {
  for (const name of globSync("*.txt", { cwd: folder })) {
    const text = readFileSync(join(folder, name), "latin1");
    yield { name, bytes: Buffer.from(text, "latin1") };
    for (const [at, line] of text.split("\n").entries()) {
      yield { name: `${name}:${at + 1}`, bytes: Buffer.from(line, "latin1") };
    }
  }
}

async function readConformance(corpora: string): Promise<SetResult> {
  const folder = mkdtempSync(join(tmpdir(), "xml-conformance-"));
  try {
    execFileSync("tar", ["xzf", join(corpora, "xml-conformance.tar.gz"), "-C", folder]);
    return await readSet("xml-conformance", copiesIn(folder, "**/*.xml"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
