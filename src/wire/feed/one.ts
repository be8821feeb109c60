/** The first text there is, of values that are a text, a list of texts or nothing. Empty texts count as nothing. */
export function one(
  ...values: readonly (string | readonly string[] | null | undefined)[]
): string | undefined {
  for (const value of values) {
    const text = typeof value === "string" ? value : value?.[0];
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

/** A record without the members that are undefined. */
export const present = <Value>(values: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
