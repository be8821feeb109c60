import { refusalsOf } from "../base/refusal.ts";

export const refusals = {
  "copy-unreadable": {
    status: 422,
    says: "The copy could not be read; its bytes are kept aside with the reason.",
  },
  "copy-without-stories": {
    status: 422,
    says: "The copy was read but holds no story; check that it is the whole file and not an empty list.",
  },
  "no-item-readable": {
    status: 422,
    says: "None of the {count} items could be read; the first says: {first}.",
  },
} as const;

export const refuse = refusalsOf(refusals);

/** The sentence of a refusal, for outcomes that carry it as a value. */
export const says = (code: keyof typeof refusals, detail: Readonly<Record<string, string | number>> = {}) =>
  refuse(code, { detail }).says;
