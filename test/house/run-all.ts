// npm test: everything, or with --unit what needs no browser. Ends with the first step that fails.
import { globSync } from "node:fs";
import { fail, runs } from "./run.ts";
import { startPostgres } from "./start-postgres.ts";
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
// One server for the whole run; each test file makes databases of its own in it.
const given = process.env["OFFSTONE_TEST_POSTGRES"];
const postgres = given === undefined ? await startPostgres() : { url: given, stop: async () => {} };
const failed = steps.find(([what, program, args]) => {
  console.log(`\n── ${what}`);
  return !runs(program, args, { OFFSTONE_TEST_POSTGRES: postgres.url });
});
await postgres.stop();
if (failed) fail(`npm test stopped at: ${failed[0]}.`);
