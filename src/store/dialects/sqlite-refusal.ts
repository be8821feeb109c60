import { refuse } from "../refusals.ts";

// Primary result codes of the engine (sqlite.org/rescode.html).
const readOnly = 8;
const ioError = 10;
const damaged = 11;
const full = 13;
const cannotOpen = 14;
const notADatabase = 26;
const uniqueIndex = 2067;

/** An error of the engine in our words, where there is something a person can do; any other comes back as it is. */
export function sqliteRefusal(error: unknown, file: string): unknown {
  if (typeof error !== "object" || error === null) return error;
  if ("failed" in error) return refuse("store-stopped-writing", { cause: error });
  if (!("errcode" in error) || typeof error.errcode !== "number") return error;
  const finding = error instanceof Error ? error.message : "";
  if (error.errcode === uniqueIndex && finding.includes("stories.day"))
    return refuse("address-taken", { cause: error });
  switch (error.errcode & 0xff) {
    case full:
      return refuse("store-full", { cause: error });
    case ioError:
      return refuse("store-stopped-writing", { cause: error });
    case damaged:
    case notADatabase:
      return refuse("store-damaged", { detail: { finding, file }, cause: error });
    case readOnly:
    case cannotOpen:
      return refuse("store-read-only", { detail: { finding }, cause: error });
    default:
      return error;
  }
}
