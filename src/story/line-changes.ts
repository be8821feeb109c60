import type { Block, Body } from "./body.ts";
import { bodyLines } from "./body-lines.ts";
import { foldStyle } from "./house-style.ts";
import { sequenceChanges, type Stretch } from "./sequence-changes.ts";

export type WordChange = { readonly kind: "same" | "cut" | "added"; readonly text: string };

/** What became of one line (paragraph, heading, list item …) of the source, or one of ours that is new. */
export type LineChange =
  | { readonly kind: "same" | "cut" | "added"; readonly what: Block["type"]; readonly text: string }
  | { readonly kind: "changed"; readonly what: Block["type"]; readonly words: readonly WordChange[] };

type Line = { readonly what: Block["type"]; readonly text: string; readonly words: readonly string[] };
type Tally = { wordsCut: number; wordsAdded: number; wordsChanged: number };

/** Two bodies line by line, then word by word within what differs, so that a paragraph split in two changes no word. */
export function lineChanges(source: Body, copy: Body) {
  const before = linesOf(source);
  const after = linesOf(copy);
  const stretches = sequenceChanges(before.map(keyOf), after.map(keyOf));
  const runs = gather(stretches, before, after);
  const differing = runs.filter((run) => "cut" in run).length;
  // The work of one comparison grows with the square of its steps; all of them together get forty million.
  const steps = Math.min(600, Math.floor(Math.sqrt(40_000_000 / Math.max(1, differing))));
  const tally: Tally = { wordsCut: 0, wordsAdded: 0, wordsChanged: 0 };
  const lines = runs.flatMap((run): LineChange[] => {
    if ("same" in run) return run.same.map(({ what, text }) => ({ kind: "same", what, text }));
    countInto(tally, run, steps);
    return paired(run, steps);
  });
  return { lines, wordsOfSource: before.reduce((sum, { words }) => sum + words.length, 0), ...tally };
}

const linesOf = (body: Body): Line[] =>
  bodyLines(body).map(({ type, text }) => ({
    what: type,
    text,
    words: foldStyle(text)
      .split(" ")
      .filter((word) => word !== ""),
  }));

const keyOf = ({ what, words }: Line) => `${what} ${words.join(" ")}`;

type Run = { readonly same: readonly Line[] } | Differing;
type Differing = { readonly cut: readonly Line[]; readonly added: readonly Line[] };

/** Neighbouring cuts and additions belong together: something was replaced there. */
function gather(stretches: readonly Stretch[], before: readonly Line[], after: readonly Line[]): Run[] {
  const runs: Run[] = [];
  for (const { kind, from, to } of stretches) {
    if (kind === "same") {
      runs.push({ same: before.slice(from, to) });
      continue;
    }
    const last = runs.at(-1);
    const open = last !== undefined && "cut" in last ? last : { cut: [], added: [] };
    if (open === last) runs.pop();
    runs.push(
      kind === "cut"
        ? { ...open, cut: [...open.cut, ...before.slice(from, to)] }
        : { ...open, added: [...open.added, ...after.slice(from, to)] },
    );
  }
  return runs;
}

function countInto(tally: Tally, { cut, added }: Differing, steps: number): void {
  const changes = sequenceChanges(
    cut.flatMap(({ words }) => words),
    added.flatMap(({ words }) => words),
    steps,
  );
  let here = { cut: 0, added: 0 };
  const close = () => {
    tally.wordsCut += here.cut;
    tally.wordsAdded += here.added;
    tally.wordsChanged += Math.max(here.cut, here.added);
    here = { cut: 0, added: 0 };
  };
  for (const { kind, from, to } of changes) {
    if (kind === "same") close();
    else here[kind] += to - from;
  }
  close();
}

/** Each cut line beside the added one that took its place, where half of its words say so; the others alone. */
function paired({ cut, added }: Differing, steps: number): LineChange[] {
  const lines: LineChange[] = [];
  let next = 0;
  for (const line of cut) {
    const partner = cut.length * added.length > 10_000 ? -1 : findPartner(line, added, next);
    if (partner < 0) {
      lines.push({ kind: "cut", what: line.what, text: line.text });
      continue;
    }
    for (const { what, text } of added.slice(next, partner)) lines.push({ kind: "added", what, text });
    const other = added[partner];
    if (other) lines.push({ kind: "changed", what: other.what, words: wordChanges(line, other, steps) });
    next = partner + 1;
  }
  for (const { what, text } of added.slice(next)) lines.push({ kind: "added", what, text });
  return lines;
}

function findPartner({ words }: Line, added: readonly Line[], from: number): number {
  const wanted = new Set(words);
  return added.findIndex((other, at) => {
    if (at < from) return false;
    const there = new Set(other.words);
    const shared = there.values().reduce((count, word) => count + (wanted.has(word) ? 1 : 0), 0);
    return shared > 0 && 2 * shared >= Math.min(wanted.size, there.size);
  });
}

function wordChanges(before: Line, after: Line, steps: number): WordChange[] {
  return sequenceChanges(before.words, after.words, steps).map(({ kind, from, to }) => ({
    kind,
    text: (kind === "added" ? after : before).words.slice(from, to).join(" "),
  }));
}
