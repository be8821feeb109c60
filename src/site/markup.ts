import { html } from "../base/html.ts";
import type { HtmlEscapedString } from "../base/html.ts";

/** A piece of a page. Everything put into it is escaped unless it is itself a piece. */
export type Piece = HtmlEscapedString;

/**
 * The template of the public pages: `html`, held to pieces that are ready at once, so that rendering never waits.
 * Its own name keeps the formatter from adding white space that readers would download.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly unknown[]): Piece {
  const made = html(parts, ...values);
  if (made instanceof Promise) throw new Error("A piece of a page may not hold something still to come.");
  return made;
}

export const nothing: Piece = markup``;

/** Pieces with something between each two. */
export const joined = (pieces: readonly (Piece | string)[], between: Piece | string): Piece =>
  markup`${pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]))}`;

/**
 * The finished text of a page or feed: characters that neither HTML nor XML 1.0 may hold (controls,
 * lone surrogates, noncharacters) are left out, whatever copy they came in (CASES XML-11, TXT-04).
 */
export function finished(piece: Piece | string): string {
  const text = piece.toString();
  // Nearly no text has any: looking once is four times quicker than replacing.
  return suspect.test(text) ? text.replace(forbidden, "").toWellFormed() : text;
}

const suspect = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}\u{ffffe}\u{fffff}\u{10fffe}\u{10ffff}]/gu;
