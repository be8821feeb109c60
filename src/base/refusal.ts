/** What a catalogue says of one refusal: the HTTP status and one sentence a person can act on. */
export type RefusalEntry = { readonly status: number; readonly says: string };

/** The one way to say no. Programs read `code`, people read `says`, logs read `cause`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly status: number;
  readonly says: string;

  constructor(code: string, { status, says }: RefusalEntry, options?: ErrorOptions) {
    super(`${code}: ${says}`, options);
    this.code = code;
    this.status = status;
    this.says = says;
  }
}

/**
 * A department's part of the catalogue. `refuse("code", { detail })` makes the error to throw;
 * words in braces in the sentence are filled from `detail`.
 */
export function refusalsOf<Code extends string>(entries: Readonly<Record<Code, RefusalEntry>>) {
  return (
    code: Code,
    options: { detail?: Readonly<Record<string, string | number>>; cause?: unknown } = {},
  ) => {
    const { status, says } = entries[code];
    const sentence = says.replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(options.detail?.[name] ?? whole),
    );
    return new Refusal(
      code,
      { status, says: sentence },
      "cause" in options ? { cause: options.cause } : undefined,
    );
  };
}
