import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { feedsSection } from "./feeds.ts";
import { pagesSection } from "./pages.ts";
import { wiresSection } from "./wires.ts";

/** Reads the whole open corpora and writes bench/formats.md: what every format gave. Needs ../shared/corpora. */
export async function writeFormats(): Promise<void> {
  const sections = [wiresSection(), await feedsSection(), pagesSection()];
  const found = sections.filter((section) => section !== null);
  if (found.length < sections.length) {
    console.log("The test corpora are not there: bench/formats.md stays as it is.");
    return;
  }
  const page = ["# What the corpora gave", "Written by `npm run bench -- formats`.", ...found].join("\n\n");
  writeFileSync(join(import.meta.dirname, "formats.md"), `${page.trimEnd()}\n`);
  console.log("bench/formats.md is written.");
}
