import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sequenceChanges } from "./sequence-changes.ts";
import { processorTime } from "../../test/house/processor-time.ts";

const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });

test("what is the same and what was cut make the first text, what is the same and what was added the second", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const changes = sequenceChanges(before, after);
      assert.deepEqual(
        changes.filter(({ kind }) => kind !== "added").flatMap(({ from, to }) => before.slice(from, to)),
        before,
      );
      assert.deepEqual(rebuilt(before, after), after);
    }),
  );
});

test("no shorter way exists: what stays is the longest common part", () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const kept = sequenceChanges(before, after)
        .filter(({ kind }) => kind === "same")
        .reduce((sum, { from, to }) => sum + to - from, 0);
      assert.equal(kept, longestCommon(before, after));
    }),
  );
});

test("two long texts with nothing in common are told apart within half a second", () => {
  const before = Array.from({ length: 100_000 }, (_, at) => `a${at}`);
  const after = Array.from({ length: 100_000 }, (_, at) => `b${at}`);
  const start = processorTime();
  assert.deepEqual(
    sequenceChanges(before, after).map(({ kind }) => kind),
    ["cut", "added"],
  );
  assert.ok(processorTime() - start < 500);
});

function rebuilt(before: readonly string[], after: readonly string[]): string[] {
  return sequenceChanges(before, after)
    .filter(({ kind }) => kind !== "cut")
    .flatMap(({ kind, from, to }) => (kind === "same" ? before : after).slice(from, to));
}

function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = after.map(() => 0);
  for (const word of before) {
    const next: number[] = [];
    after.forEach((other, at) => {
      const diagonal = at > 0 ? (row[at - 1] ?? 0) : 0;
      next.push(word === other ? diagonal + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
