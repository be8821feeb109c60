import { hash } from "node:crypto";
import type { WireItem } from "../story/wire-item.ts";

/**
 * A partner's key as every database can keep and find it: no stray blanks, no half characters, no NUL, not longer
 * than an index takes. A key that is none becomes the content's (CASES XML-15).
 */
export function fileKey(said: string, contentHash: string): string {
  const key = said.toWellFormed().replaceAll("\u0000", "").trim();
  if (key === "") return `content:${contentHash}`;
  return key.length <= longestKey ? key : `long:${hash("sha256", key, "hex")}`;
}

const longestKey = 600;

/** What tells versions apart besides their keys: a sum over everything that was read. */
export const hashOfItem = (read: WireItem): string => hash("sha256", JSON.stringify(read), "hex");
