// npm test: everything, or with --unit what needs no browser. Ends with the first step that fails.
import { globSync } from "node:fs";
import { fail, runs } from "./run.ts";
import { provideTools } from "./tools.ts";

const unitOnly = process.argv.includes("--unit");
if (Number(process.versions.node.split(".")[0]) < 24)
  fail(
    `The tests run on Node 24, which npm ci brings along; this is ${process.version}. Run them with npm test.`,
  );

provideTools();
const files = globSync(["src/**/*.test.ts", "test/**/*.test.ts"]).filter(
  (file) => !unitOnly || !file.startsWith("test/journeys/"),
);

const steps: [what: string, program: string, args: string[]][] = [
  ["format", "oxfmt", ["--check"]],
  ["types", "tsc", ["--noEmit"]],
  ["lint", "oxlint", ["--type-aware"]],
  [
    "tests",
    process.execPath,
    ["--import", "./test/house/connections.ts", "--test", "--test-concurrency=2", ...files.toSorted()],
  ],
];
for (const [what, program, args] of steps) {
  console.log(`\n── ${what}`);
  if (!runs(program, args)) fail(`npm test stopped at: ${what}.`);
}
