import { refuse } from "../refusals.ts";

/** An error of the server or of the way to it in our words, where a person can do something; else as it is. */
export function postgresRefusal(error: unknown, url: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const constraint = "constraint" in error ? error.constraint : undefined;
  if (code === "23505" && constraint === "stories_by_address")
    return refuse("address-taken", { cause: error });
  if (code === "53100") return refuse("store-full", { cause: error });
  if (isUnreachable(code, error.message))
    return refuse("store-unreachable", {
      detail: { host: new URL(url).host, finding: code || error.message },
      cause: error,
    });
  if (code === "25006")
    return refuse("store-read-only", { detail: { finding: error.message }, cause: error });
  return error;
}

// Classes 08 (connection), 28 (who are you), 3D (no such database), 57P (shut down, starting up), and the network's own.
const isUnreachable = (code: string, message: string) =>
  /^(08|28|3D|57P|53300|E[A-Z]+$)/.test(code) ||
  /Connection terminated|connect timeout|timeout exceeded/i.test(message);
