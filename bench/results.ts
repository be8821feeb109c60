import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { Section } from "./section.ts";

const file = join(import.meta.dirname, "results.md");

/** Writes what one section found into results.md; what the others found before stays. */
export function keepResults(sections: readonly Section[], measured: Section, lines: readonly string[]): void {
  const parts = existsSync(file) ? readFileSync(file, "utf8").split(/^(?=## )/m) : [];
  const minute = new Date().toISOString().slice(0, 16).replace("T", " ");
  const fresh = [`## ${measured.title}`, "", ...lines, "", `Measured ${minute} UTC${load()}.`, ""].join("\n");
  const before = (title: string) => parts.find((part) => part.startsWith(`## ${title}\n`))?.trimEnd();
  const bodies = sections.flatMap((section) => {
    const body = section === measured ? fresh : before(section.title);
    return body === undefined ? [] : [body.trimEnd()];
  });
  writeFileSync(file, `${[head(), ...bodies].join("\n\n")}\n`);
}

// A figure taken while others wanted the same cores must say so.
const load = () => {
  const [, five = 0] = loadavg();
  return five === 0
    ? ""
    : `, ${five.toFixed(1)} processes wanting the ${availableParallelism()} cores in the five minutes before`;
};

const head = () =>
  [
    "# What was measured",
    "",
    "Written by `npm run bench`, which starts what it compares and lets it run in turn; a figure is the median, with the",
    "lowest and the highest in brackets. Ratios are what counts: they hold better on another machine, or on a busy one.",
    "",
    `Machine: ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB of memory, ${process.platform} ${process.arch}, Node ${process.version}.`,
  ].join("\n");
