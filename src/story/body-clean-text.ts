/**
 * Characters that no page, feed or database bears are left out: NUL and the other controls, byte order marks,
 * non-characters (they make XML ill-formed); halves of a pair become U+FFFD. Tab and line end stay (CASES TXT-04, TXT-05).
 */
export function cleanText(text: string): string {
  return odd.test(text) ? text.replace(unwanted, "").toWellFormed() : text;
}

const odd =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef]/;
const unwanted =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff\ufdd0-\ufdef\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{10fffe}\u{10ffff}]/gu;

/** A text that is one line of words (an alt text, a caption): cleaned, white space folded, directions closed. */
export function wordsOfText(text: string): string {
  if (text === "") return "";
  return (balanceDirections([cleanText(text)])[0] ?? "").replace(/\s+/gu, " ").trim();
}

const directions = /[\u202a-\u202e\u2066-\u2069]/;
const allDirections = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Texts of one line in reading order. Where the embeddings, overrides and isolates in them are not closed in
 * order within the line they could turn what stands beside it, so all of them go (CASES TXT-03).
 */
export function balanceDirections(texts: readonly string[]): readonly string[] {
  if (!texts.some((text) => directions.test(text)) || isBalanced(texts.join(""))) return texts;
  return texts.map((text) => text.replace(allDirections, ""));
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [mark] of text.matchAll(allDirections)) {
    if (mark === "\u202c" || mark === "\u2069") {
      if (open.pop() !== mark) return false;
    } else open.push(mark < "\u2066" ? "\u202c" : "\u2069");
  }
  return open.length === 0;
}
