/** PostgreSQL keeps no NUL in text. On both databases it becomes U+FFFD, in what is written and in what is asked. */
export const legalText = (text: string): string =>
  text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;

export const legalValue = (value: unknown): unknown => (typeof value === "string" ? legalText(value) : value);

/** A list of texts as JSON that both databases read: no NUL, no half of a surrogate pair. */
export const legalList = (texts: readonly string[]): string =>
  JSON.stringify(texts.map((text) => legalText(text).toWellFormed()));
