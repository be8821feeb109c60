import { readJson } from "./guard-json.ts";

/** JSON as far as a format needs to know: text of another kind is not even tried. */
export type JsonCopy =
  | { readonly became: "json"; readonly value: unknown }
  | { readonly became: "broken" }
  | { readonly became: "other" };

/** Text that begins like a JSON object or list. */
export const isJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text);

/** Reads copy that begins like a JSON object or list. Depth and size are guarded before copy reaches a format. */
export function readJsonCopy(text: string): JsonCopy {
  if (!isJson(text)) return { became: "other" };
  const read = readJson(text.replace(/^\uFEFF/, ""));
  return "value" in read ? { became: "json", value: read.value } : { became: "broken" };
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
