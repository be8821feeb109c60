import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Check } from "./feeds/agreement.ts";
import { differences } from "./feeds/differences.data.ts";
import { checkFeedparser } from "./feeds/feedparser.ts";
import { checkExpectedFiles } from "./feeds/gofeed.ts";
import { readAllSets, type SetResult } from "./feeds/robustness.ts";
import { timeParsing, type Timing } from "./feeds/speed.ts";

// How well feeds are read: agreement with what other readers expect, and that nothing crashes or hangs.
const corpora = join(import.meta.dirname, "../../shared/corpora");

/** The section on feeds; null where the corpora are absent. */
export async function feedsSection(): Promise<string | null> {
  if (!existsSync(corpora)) return null;
  const checks = [
    ...(await checkExpectedFiles(corpora, "feeds-gofeed")),
    ...(await checkExpectedFiles(corpora, "feeds-feedsmith")),
    ...(await checkFeedparser(corpora)),
  ];
  return report(checks, await readAllSets(corpora), await timeParsing());
}

function report(checks: readonly Check[], sets: readonly SetResult[], timing: readonly Timing[]): string {
  return [
    "## Feeds",
    "### Agreement with what other readers expect",
    "A check is one title, link, date, content or author of one item or feed. Contents are compared by their words. Checks on purpose answered otherwise are listed below and are not counted as agreeing.",
    agreementTable(checks),
    "### Different on purpose",
    ...differences.map(({ file, what, why }) => `- \`${file}\` (${what}): ${why}`),
    "### Disagreeing without a reason",
    listed(checks.filter((check) => !check.agrees && !isOnPurpose(check))),
    "### Every file gives a result or a clean refusal",
    robustnessTable(sets),
    "### Speed",
    "1,000 items of 5 KB with content, one thread.",
    ...timing.map(({ what, ms }) => `- ${what}: ${ms.toFixed(0)} ms`),
    "",
  ].join("\n\n");
}

function agreementTable(checks: readonly Check[]): string {
  const sets = ["feeds-gofeed", "feeds-feedsmith", "feeds-feedparser", ""];
  const rows = sets.map((set) => {
    const own = checks.filter(({ file }) => file.startsWith(set));
    const agreeing = own.filter(({ agrees }) => agrees).length;
    const onPurpose = own.filter((check) => !check.agrees && isOnPurpose(check)).length;
    const share = (agreeing / own.length) * 100;
    const counted = (agreeing / (own.length - onPurpose)) * 100;
    return `| ${set || "all"} | ${own.length} | ${agreeing} | ${share.toFixed(1)} % | ${onPurpose} | ${counted.toFixed(1)} % |`;
  });
  return [
    "| set | checks | agree | share | on purpose | share of the others |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

const isOnPurpose = ({ file, what }: Check) =>
  differences.some((each) => file.endsWith(each.file) && each.what === what);

const listed = (checks: readonly Check[]) =>
  checks
    .map(
      ({ file, what, expected, ours }) => `- \`${file}\` (${what}): expected "${expected}", ours "${ours}"`,
    )
    .join("\n") || "None.";

const robustnessTable = (sets: readonly SetResult[]) =>
  [
    "| set | files | read | damaged | refused | thrown | slowest |",
    "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
    ...sets.map(
      ({ set, files, read, damaged, refused, thrown, slowest }) =>
        `| ${set} | ${files} | ${read} | ${damaged} | ${refused} | ${thrown.length} | ${slowest.ms.toFixed(0)} ms (\`${slowest.file}\`) |`,
    ),
  ].join("\n");
