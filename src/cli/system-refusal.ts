import type { Refusal } from "../base/refusal.ts";
import { refuse } from "./refusals.ts";

/** The refusal for what the operating system would not do, with the path it was about; undefined for any other fault. */
export function systemRefusal(cause: unknown): Refusal | undefined {
  if (!(cause instanceof Error) || !("code" in cause)) return undefined;
  if (full.has(String(cause.code))) return refuse("disk-full", { cause });
  const why = reasons[String(cause.code)];
  const place = placeOf(cause);
  return why === undefined || place === null
    ? undefined
    : refuse("place-unusable", { detail: { place, why }, cause });
}

const full = new Set(["ENOSPC", "EDQUOT"]);

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this account may not use it",
  EPERM: "this account may not use it",
  EROFS: "it lies on a disk that is only to be read",
  ENOTDIR: "a file stands where a folder should be",
  ENOENT: "the system makes nothing there",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open on this machine",
  EIO: "the disk does not answer as it should",
};

function placeOf(cause: Error): string | null {
  if ("path" in cause && typeof cause.path === "string") return cause.path;
  return "address" in cause && typeof cause.address === "string" ? cause.address : null;
}
