import type { Checked, CopyCheck, Finding } from "./check.ts";

/** What all checks find in one story, in the order of the checks. They share one reading of the copy (reading.ts). */
export function runChecks(checked: Checked, checks: readonly CopyCheck[]): Finding[] {
  const findings: Finding[] = [];
  for (const check of checks)
    for (const { at, says, stops = check.stops } of check.look(checked))
      findings.push({ check: check.name, at, says, stops });
  return findings;
}
