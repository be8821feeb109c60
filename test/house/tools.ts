import { globSync } from "node:fs";
import { fail, findProgram, runs } from "./run.ts";

/** What a machine must have beside Node, how it is found, and the Debian package that brings it. */
const tools = [
  {
    what: "a Chromium browser",
    aptName: "chromium",
    find: () =>
      process.env["OFFSTONE_CHROMIUM"] ?? findProgram("chromium", "chromium-browser", "google-chrome"),
  },
  {
    what: "the PostgreSQL server programs (15 or newer)",
    aptName: "postgresql",
    find: () => globSync("/usr/lib/postgresql/*/bin/initdb").at(-1) ?? findProgram("initdb"),
  },
];

/** Finds what the tests need or, as root on Debian or Ubuntu, installs it; else ends with a sentence that says what to install. */
export function provideTools(): void {
  const missing = tools.filter((tool) => tool.find() === undefined);
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.aptName);
  if (process.getuid?.() !== 0 || findProgram("apt-get") === undefined)
    fail(
      `The tests need ${missing.map((tool) => tool.what).join(" and ")}. Install: ${names.join(" ")}, then run npm test again.`,
    );
  console.log(`Installing ${names.join(" and ")} from the distribution's packages …`);
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  runs("apt-get", ["update", "-qq"], quiet);
  if (!runs("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], quiet))
    fail(`${names.join(" and ")} could not be installed. Install them by hand, then run npm test again.`);
}
