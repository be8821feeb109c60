import { agreementPresets } from "../../story/agreement-presets.ts";
import type { CopyCheck, Seen } from "../check.ts";
import { example, exampleSource } from "../example.ts";

/** Copy of a partner whose name or whose original's address is not known, so that the credit has nothing to say or to link to. */
export const check = {
  name: "missing-source",
  stops: false,
  look({ source, sourceName, agreement }): Seen[] {
    // Our own copy, taken in from a file, has no other original that could be named.
    if (source === null || agreement?.preset === "own") return [];
    if (sourceName.trim() === "")
      return [{ at: "source", says: "The copy says not where it is from: name the partner." }];
    return source.source.address === null
      ? [
          {
            at: "source/address",
            says: "The address of the original is not known: enter it, so that the credit can link to it.",
          },
        ]
      : [];
  },
  examples: {
    clean: [
      example(),
      example({ checked: { source: exampleSource(), sourceName: "Harbour Post" } }),
      example({ checked: { source: exampleSource(), sourceName: "", agreement: agreementPresets.own } }),
    ],
    wrong: [
      example({ checked: { source: exampleSource(), sourceName: "" } }),
      example({
        checked: {
          source: exampleSource({ source: { name: "Harbour Post", address: null } }),
          sourceName: "Harbour Post",
        },
      }),
    ],
  },
} satisfies CopyCheck;
