import { resolve } from "node:path";
import { z } from "zod";
import { refuse } from "./refusals.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** What an operator sets, read once. */
export type Settings = {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  /** The public address without a slash at its end. */
  readonly origin: string;
  readonly databaseUrl: string | null;
  readonly sample: boolean;
};

const read = z.object({
  OFFSTONE_DATA: z.string().default("./data"),
  PORT: z
    .string()
    .regex(/^\d+$/, "it must be a whole number")
    .transform(Number)
    .refine((port) => port <= 65_535, "it must be at most 65535")
    .default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:%-]+$/, "it must be a host name or an IP address")
    .default("127.0.0.1"),
  OFFSTONE_URL: z
    .string()
    .refine(isOrigin, "it must look like https://paper.example")
    .nullable()
    .default(null),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "it must begin with postgres://")
    .nullable()
    .default(null),
  OFFSTONE_SAMPLE: z.enum(["on", "off"], "it must be on or off").default("on"),
});

/** Reads the settings from the environment. An empty value counts as not set. Refuses a bad one by name. */
export function readSettings(environment: Environment): Settings {
  const set = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== "");
  const found = read.safeParse(Object.fromEntries(set));
  if (!found.success) throw badSetting(found.error, environment);
  const { OFFSTONE_DATA, PORT, HOST, OFFSTONE_URL, DATABASE_URL, OFFSTONE_SAMPLE } = found.data;
  return {
    data: resolve(OFFSTONE_DATA),
    port: PORT,
    host: HOST,
    origin: OFFSTONE_URL === null ? listeningAt(HOST, PORT) : new URL(OFFSTONE_URL).origin,
    databaseUrl: DATABASE_URL,
    sample: OFFSTONE_SAMPLE === "on",
  };
}

// Where nothing is said the paper's address is where it listens, as a browser on this machine would write it.
function listeningAt(host: string, port: number): string {
  const everywhere = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(host);
  return `http://${everywhere ? "localhost" : host}${port === 80 ? "" : `:${port}`}`;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol)) return false;
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
}

function badSetting({ issues }: z.ZodError, environment: Environment) {
  const [issue] = issues;
  const name = String(issue?.path[0]);
  // The address of a database holds its password.
  const value = name === "DATABASE_URL" ? "The value" : JSON.stringify(environment[name]);
  return refuse("setting-unreadable", { detail: { name, value, why: issue?.message ?? "" } });
}
