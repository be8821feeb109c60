import { join } from "node:path";
import { loadFolder } from "../src/base/folder.ts";
import type { CopyCheck } from "../src/desk/check.ts";
import { runChecks } from "../src/desk/run-checks.ts";
import { wordsOfBody } from "../src/story/body-lines.ts";
import { haveCorpora, type NamedStory, pageStories, proseStories } from "./checked-stories.ts";

// node bench/checks.ts              how long all checks take together, and how much they find in good copy
// node bench/checks.ts --findings   every finding as a line, for a person to judge (bench/check-verdicts.md)

const checks = await loadFolder<CopyCheck>(join(import.meta.dirname, "../src/desk/checks"), "check");

if (!haveCorpora) console.log("The corpora folder is absent: nothing to measure.");
else if (process.argv.includes("--findings")) listFindings();
else measure();

function listFindings(): void {
  for (const { name, checked } of [...pageStories(), ...proseStories()])
    for (const { check, at, says } of runChecks(checked, checks))
      console.log([check, name, at, says.replaceAll(/\s+/g, " ")].join("\t"));
}

function measure(): void {
  const stories = proseStories();
  const thousands = stories.reduce((sum, { checked }) => sum + wordsOfBody(checked.copy.body), 0) / 1000;
  const rounds = Array.from({ length: 9 }, () => round(stories) / thousands);
  const sorted = rounds.toSorted((one, other) => one - other);
  const shown = (value: number | undefined) => `${((value ?? 0) * 1000).toFixed(0)} µs`;
  console.log(`${checks.length} checks over ${stories.length} stories, ${Math.round(thousands)},000 words`);
  console.log(
    `for 1,000 words: first round ${shown(rounds[0])}, median ${shown(sorted[4])}, best ${shown(sorted[0])}`,
  );
  for (const [set, all] of [
    ["prose-news", stories],
    ["pages-readability", pageStories()],
  ] as const)
    console.log(`${set}: ${findingsPerStory(all)} findings per story`);
}

// The checks share one reading of each story, kept by identity: a fresh object each round makes them read again.
function round(stories: readonly NamedStory[]): number {
  const fresh = stories.map(({ checked }) => ({ ...checked }));
  const start = performance.now();
  for (const checked of fresh) runChecks(checked, checks);
  return performance.now() - start;
}

function findingsPerStory(stories: readonly NamedStory[]): string {
  const found = stories.reduce((sum, { checked }) => sum + runChecks(checked, checks).length, 0);
  return (found / stories.length).toFixed(2);
}
