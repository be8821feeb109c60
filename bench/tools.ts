import { fail, findProgram, runs } from "../test/house/run.ts";

/** Programs the bench compares with or measures with; each is also the name of its Debian package. */
type Tool = "nginx" | "wrk" | "taskset";

const packages: Readonly<Record<Tool, string>> = { nginx: "nginx-light", wrk: "wrk", taskset: "util-linux" };

/** Finds the programs or, as root on Debian or Ubuntu, installs them; else ends with a sentence that says what to install. */
export function provide(...tools: readonly Tool[]): void {
  const missing = tools.filter((tool) => findProgram(tool) === undefined);
  if (missing.length === 0) return;
  const names = missing.map((tool) => packages[tool]);
  if (process.getuid?.() !== 0 || findProgram("apt-get") === undefined)
    fail(`The bench needs ${missing.join(" and ")}. Install: ${names.join(" ")}, then run it again.`);
  console.log(`Installing ${names.join(" and ")} from the distribution's packages …`);
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  runs("apt-get", ["update", "-qq"], quiet);
  if (!runs("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], quiet))
    fail(`${names.join(" and ")} could not be installed. Install them by hand, then run the bench again.`);
}
