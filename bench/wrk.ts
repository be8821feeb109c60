import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Requests a second that `wrk` on core 1 gets from an address on loopback; any error or non-2xx answer stops the bench. */
export async function requestsPerSecond(address: string, connections: number, seconds = 4): Promise<number> {
  const { stdout } = await run("taskset", [
    "-c",
    "1",
    "wrk",
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    address,
  ]);
  if (/Non-2xx|Socket errors/.test(stdout))
    throw new Error(`${address} did not answer well under load:\n${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? NaN);
}
