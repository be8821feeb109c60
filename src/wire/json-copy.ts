/** JSON as far as a format needs to know: text of another kind is not even tried. */
export type JsonCopy =
  | { readonly became: "json"; readonly value: unknown }
  | { readonly became: "broken" }
  | { readonly became: "other" };

/** Text that begins like a JSON object or list. */
export const isJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text);

/**
 * Reads copy that begins like a JSON object or list; its depth and size are guarded before it reaches a format (guard.ts).
 * Members called `__proto__`, `constructor` or `prototype` are left out, so that no later copying can reach the
 * prototypes (CASES XML-08); of members named twice the last one counts.
 */
export function readJsonCopy(text: string): JsonCopy {
  if (!isJson(text)) return { became: "other" };
  const json = text.replace(/^\uFEFF/, "");
  try {
    const risky = /__proto__|constructor|prototype|\\u00/.test(json);
    return { became: "json", value: risky ? JSON.parse(json, withoutPrototypes) : JSON.parse(json) };
  } catch {
    return { became: "broken" };
  }
}

function withoutPrototypes(this: unknown, key: string, value: unknown): unknown {
  return ["__proto__", "constructor", "prototype"].includes(key) ? undefined : value;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
