import { spawnSync } from "node:child_process";

/** Runs a program with our output as its own; answers true when it exits with 0. */
export function runs(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  return spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
}

/** The first of these programs that is there, by path or on PATH. */
export function findProgram(...names: readonly string[]): string | undefined {
  return names
    .map((name) => spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim())
    .find((path) => path !== "");
}

export function fail(sentence: string): never {
  console.error(`\n${sentence}`);
  process.exit(1);
}
