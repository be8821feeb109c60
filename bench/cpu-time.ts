import { existsSync, readFileSync } from "node:fs";

/** Seconds of processor time a process and its children have used, as the kernel counts them; NaN where it does not say. */
export function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined || !existsSync(`/proc/${pid}/stat`)) return NaN;
  // The fields after the name, which is in brackets and may hold blanks: user and system time are the 12th and 13th.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  const own = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  return children.reduce((sum, child) => sum + cpuSeconds(Number(child)), own);
}

const ticksPerSecond = 100; // USER_HZ, which every Linux shows to programs
