import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { compare } from "./compare.ts";
import type { Verdict } from "./compare.ts";
import { readLedger } from "./ledger.ts";
import { randomBy } from "./random-by.ts";

export type Round = Verdict & { readonly round: number; readonly livedFor: number };
export type Rounds = { readonly rounds: number; readonly seed: number };

/**
 * H3: starts a process that files batch after batch, kills it outright at a moment the seed chooses, starts the store
 * again and compares it with what was acknowledged; on one data folder, so that each round meets what the last left.
 */
export async function killRounds({ rounds, seed }: Rounds, tell: (round: Round) => void): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), "offstone-torture-"));
  const [data, ledger] = [join(home, "data"), join(home, "ledger")];
  const random = randomBy(seed);
  let seen = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const writer = startWriter({ data, ledger, seed: seed * 1000 + round });
    await firstCommit(writer, ledger);
    const livedFor = Math.floor(random() * 150);
    await wait(livedFor);
    await kill(writer);
    const verdict = await compare(data, ledger, seen);
    seen = verdict.acknowledged;
    tell({ round, livedFor, ...verdict });
  }
  rmSync(home, { recursive: true });
}

/** Every third writer is fast; the others pause, for what a fast one hides in the log a slow one shows (CASES F1). */
export function startWriter({
  data,
  ledger,
  seed,
}: {
  data: string;
  ledger: string;
  seed: number;
}): ChildProcess {
  const program = join(import.meta.dirname, "write-batches.ts");
  const pause = seed % 3 === 0 ? "0" : "2";
  return spawn(process.execPath, [program, data, ledger, String(seed), pause], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** A life that saved nothing would prove nothing. */
export async function firstCommit(writer: ChildProcess, ledger: string): Promise<void> {
  const before = readLedger(ledger).length;
  while (readLedger(ledger).length === before) {
    if (writer.exitCode !== null) throw new Error(`The writer ended by itself with ${writer.exitCode}.`);
    await wait(5);
  }
}

export async function kill(writer: ChildProcess): Promise<void> {
  // On a disk that is cut off it may have ended by itself.
  if (writer.exitCode !== null || writer.signalCode !== null) return;
  const ended = new Promise((resolve) => writer.once("exit", resolve));
  writer.kill("SIGKILL");
  await ended;
}
