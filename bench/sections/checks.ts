import { join } from "node:path";
import { loadFolder } from "../../src/base/folder.ts";
import type { CopyCheck } from "../../src/desk/check.ts";
import { runChecks } from "../../src/desk/run-checks.ts";
import { wordsOf } from "../../src/story/body-text.ts";
import { haveCorpora, pageStories, proseStories, type NamedStory } from "../checked-stories.ts";
import { figuresOf, spread } from "../figures.ts";
import { verdict, type Section } from "../section.ts";

const rounds = 9;

export const section: Section = {
  name: "checks",
  title: "Copy checks",
  order: 6,
  async measure() {
    if (!haveCorpora) return ["The test corpora are not there; nothing was measured."];
    const checks = await loadFolder<CopyCheck>(join(import.meta.dirname, "../../src/desk/checks"), "check");
    const stories = proseStories();
    const thousands = stories.reduce((sum, { checked }) => sum + wordsOf(checked.copy.body), 0) / 1000;
    const micros = Array.from({ length: rounds }, () => (round(stories, checks) / thousands) * 1000);
    const figures = figuresOf(micros);
    return [
      `All ${checks.length} checks over ${stories.length} stories of prose-news, ${Math.round(thousands)},000 words, ${rounds} rounds:`,
      `${spread(figures)} µs of processor time for 1,000 words; the first round, before anything was warm, ${(micros[0] ?? NaN).toFixed(0)} µs.`,
      `Aim: under 2,000 µs: ${verdict(figures.median < 2000)}.`,
      "",
      `Findings in good copy: ${perStory(stories, checks)} a story in prose-news, ${perStory(pageStories(), checks)} in pages-readability.`,
      "Which of them a sub-editor would call wrong is judged in [check-verdicts.md](check-verdicts.md).",
    ];
  },
};

// The checks share one reading of each story, kept by identity: a fresh object each round makes them read again.
function round(stories: readonly NamedStory[], checks: readonly CopyCheck[]): number {
  const fresh = stories.map(({ checked }) => ({ ...checked }));
  const before = process.threadCpuUsage();
  for (const checked of fresh) runChecks(checked, checks);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function perStory(stories: readonly NamedStory[], checks: readonly CopyCheck[]): string {
  const found = stories.reduce((sum, { checked }) => sum + runChecks(checked, checks).length, 0);
  return (found / stories.length).toFixed(2);
}
