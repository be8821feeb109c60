import type { Inline } from "../story/body.ts";
import { bodyLines } from "../story/body-lines.ts";
import type { Checked } from "./check.ts";
import { type Line, LineReader, type Name } from "./line-reader.ts";

export type { Line, Name } from "./line-reader.ts";

/** One reading of a story for all checks: every word is looked at once. */
export type Reading = {
  readonly lines: readonly Line[];
  readonly names: ReadonlyMap<string, Name>;
  readonly doubled: readonly { readonly at: string; readonly word: string }[];
};

const readings = new WeakMap<Checked, Reading>();

/** The reading of a story, made once. Headline and standfirst come first; code stands as a blot, for it is no prose. */
export function readingOf(checked: Checked): Reading {
  const known = readings.get(checked);
  if (known !== undefined) return known;
  const reader = new LineReader();
  const { headline, standfirst, mainPicture, body } = checked.copy;
  reader.read("headline", "heading", headline);
  reader.read("standfirst", "paragraph", standfirst);
  if (mainPicture !== null) reader.read("mainPicture/caption", "picture", mainPicture.caption);
  let at = "";
  let block = -1;
  for (const line of bodyLines(body, proseOf)) {
    if (line.at !== block) at = `body/${line.at}`;
    block = line.at;
    if (line.type !== "preformatted") reader.read(at, line.type, line.text);
  }
  readings.set(checked, reader);
  return reader;
}

const blot = "\ufffc";

/** The text of a line with code blotted out. */
function proseOf(content: readonly Inline[] | undefined): string {
  let text = "";
  for (const inline of content ?? [])
    if (inline.type !== "text") text += "\n";
    else text += inline.marks?.some(({ type }) => type === "code") === true ? blot : inline.text;
  return text;
}
