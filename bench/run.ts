import { join } from "node:path";
import { loadFolder } from "../src/base/folder.ts";
import type { Section } from "./section.ts";
import { keepResults } from "./results.ts";

// npm run bench            measures everything and writes bench/results.md
// npm run bench -- NAME …  only these sections; the others stand in bench/results.md as they were
// npm run bench -- formats writes bench/formats.md: what every format's corpus gave

const wanted = process.argv.slice(2);
const all = await loadFolder<Section>(join(import.meta.dirname, "sections"), "section");
const sections = all.toSorted((a, b) => a.order - b.order);
const unknown = wanted.filter((name) => name !== "formats" && !sections.some((each) => each.name === name));

if (unknown.length > 0) {
  const known = [...sections.map(({ name }) => name), "formats"].join(", ");
  console.error(`There is no section ${unknown.join(", ")}; there are ${known}.`);
  process.exitCode = 1;
} else {
  const chosen = wanted.length === 0 ? sections : sections.filter(({ name }) => wanted.includes(name));
  for (const section of chosen) await run(section);
  if (wanted.length === 0 || wanted.includes("formats")) await (await import("./formats.ts")).writeFormats();
}

async function run(section: Section): Promise<void> {
  console.log(`\n## ${section.title}\n`);
  const started = performance.now();
  const lines = await section.measure();
  console.log(lines.join("\n"));
  console.log(`\n(${((performance.now() - started) / 1000).toFixed(0)} s)`);
  keepResults(sections, section, lines);
}
