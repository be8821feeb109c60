import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { guardianCorpusIsThere, judgeGuardianCorpus } from "../test/house/guardian-corpus.ts";
import { judgeNinjsCorpus, ninjsCorpusIsThere } from "../test/house/ninjs-corpus.ts";
import { format as pastedPage } from "../src/wire/formats/pasted-page.ts";

// How the wires' own samples fare.

/** The sections on wires and pasted pages; null where the corpora are absent. */
export function wiresSection(): string | null {
  if (!ninjsCorpusIsThere || !guardianCorpusIsThere) return null;
  return [pasted(), ninjs(), guardian()].join("\n\n");
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

function ninjs(): string {
  const verdicts = judgeNinjsCorpus();
  const row = (
    name: string,
    wanted: string,
    chosen = verdicts.filter((each) => each.file.startsWith(name) && each.wanted === wanted),
  ) =>
    `| ${name} | ${wanted} | ${chosen.length} | ${percent(chosen.filter(({ right }) => right).length, chosen.length)} |`;
  const reasons = verdicts
    .filter(({ wanted }) => wanted === "refused or held")
    .map(({ file, says }) => `| ${file} | ${says} |`);
  return [
    "## ninjs (iptc-ninjs)",
    "",
    "| files | wanted | count | right |",
    "| --- | --- | ---: | ---: |",
    row("test_suite", "taken"),
    row("test_suite", "refused or held"),
    row("examples", "taken"),
    row("validator", "taken"),
    row("validator", "refused or held"),
    "",
    "Taken means: a wire item with no doubt of ours. What the partner says itself is obeyed and counts as taken",
    "(withheld, canceled, “TURKEY OUT” in a note). Items that do not name their version are read as that of their",
    "folder, said in the media type (`application/json; version=1.0`): two bad files are legal in the next version.",
    "",
    "| bad file | why it is refused or held |",
    "| --- | --- |",
    ...reasons,
  ].join("\n");
}

function guardian(): string {
  const verdicts = judgeGuardianCorpus();
  const right = verdicts.filter((each) => each.right).length;
  return [
    "## Guardian content API (guardian-capi)",
    "",
    `${verdicts.length} answers, ${percent(right, verdicts.length)} taken whole or refused in one sentence.`,
    "",
    "| answer | stories | or the sentence |",
    "| --- | ---: | --- |",
    ...verdicts.map(({ file, stories, says }) => `| ${file} | ${stories} | ${says} |`),
  ].join("\n");
}

function pasted(): string {
  const seed = join(import.meta.dirname, "../../shared/seed/article-page.txt");
  if (!existsSync(seed)) return "";
  const copy = { text: readFileSync(seed, "utf8"), contentType: null, address: null };
  const started = performance.now();
  const rounds = 200;
  for (let round = 0; round < rounds; round += 1) pastedPage.parse(copy);
  const each = (performance.now() - started) / rounds;
  const parsed = pastedPage.parse(copy);
  const item =
    "items" in parsed && parsed.items[0] && "item" in parsed.items[0] ? parsed.items[0].item : null;
  return [
    "## Pasted page (the seed)",
    "",
    `${item?.body.content.length ?? 0} blocks, ${item?.byline.length ?? 0} writers, ${item?.removed.length ?? 0} things left out (${item?.removed.map(({ what }) => what).join(", ")}); ${each.toFixed(2)} ms each.`,
  ].join("\n");
}
