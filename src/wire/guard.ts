import { guardJson } from "./guard-json.ts";
import { guardMarkup } from "./guard-markup.ts";
import type { Guarded } from "./guarded.ts";

/** More than this is refused before it is decoded. */
export const mostCopyBytes = 64 * 1024 * 1024;

/** The sentence for copy that is too large to be looked at; null where its size is fine. */
export function tooLarge(size: number): string | null {
  if (size <= mostCopyBytes) return null;
  const million = Math.round(size / 1_000_000);
  return `The copy has ${million} MB and Offstone reads at most ${mostCopyBytes / 1024 / 1024} MiB at once; send it in parts.`;
}

/**
 * Stands before every parser: one linear look at the text. Refuses entity declarations and DOCTYPEs with an
 * internal subset, too deep nesting, too many or too long attributes (CASES XML-01 to XML-07, F8), too deep JSON
 * (XML-21). Takes plain DOCTYPEs out of XML, drops characters that XML 1.0 forbids, mends lone surrogates.
 */
export function guardCopy(raw: string): Guarded {
  const text = withoutForbidden(raw);
  const first = /\S/.exec(text.slice(0, 4096))?.[0];
  if (first === "{" || first === "[") return guardJson(text);
  return text.includes("<") ? guardMarkup(text) : { text };
}

// Forbidden in XML 1.0 and of no use anywhere else; a few of them must not spoil the story (XML-11).
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/;

function withoutForbidden(text: string): string {
  const clean = forbidden.test(text) ? text.replaceAll(new RegExp(forbidden, "g"), "") : text;
  const mended = controls.test(clean) ? clean.replaceAll(new RegExp(controls, "g"), asWindows) : clean;
  return mended.toWellFormed();
}

// Control characters that no text has: the punctuation of windows-1252, taken for ISO-8859-1 by some program before us.
const controls = /[\u0080-\u0084\u0086-\u009f]/;
const windows = new TextDecoder("windows-1252");
const asWindows = (char: string) => windows.decode(Uint8Array.of(char.charCodeAt(0)));
