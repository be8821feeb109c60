/** JSON as far as a format needs to know: text of another kind is not even tried. */
export type JsonRead =
  | { readonly became: "json"; readonly value: unknown }
  | { readonly became: "broken" }
  | { readonly became: "other" };

/** Reads copy that begins like a JSON object or list. Depth and size are guarded before copy reaches a format. */
export function readJson(text: string): JsonRead {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return { became: "other" };
  return parsed(text);
}

function parsed(text: string): JsonRead {
  try {
    return { became: "json", value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch {
    return { became: "broken" };
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
