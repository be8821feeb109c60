import { join } from "node:path";
import { loadFolder } from "../src/base/folder.ts";
import type { CopyCheck } from "../src/desk/check.ts";
import { runChecks } from "../src/desk/run-checks.ts";
import { pageStories, proseStories } from "./checked-stories.ts";
import { skipWithout } from "../test/house/corpora.ts";

// node bench/checks.ts: every finding in good copy as a line, for a person to judge (bench/check-verdicts.md).
// How long the checks take is measured by npm run bench -- checks.

const checks = await loadFolder<CopyCheck>(join(import.meta.dirname, "../src/desk/checks"), "check");

if (skipWithout() === false) listFindings();
else console.log("The corpora folder is absent: nothing to list.");

function listFindings(): void {
  for (const { name, checked } of [...pageStories(), ...proseStories()])
    for (const { check, at, says } of runChecks(checked, checks))
      console.log([check, name, at, says.replaceAll(/\s+/g, " ")].join("\t"));
}
