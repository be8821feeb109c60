/** Kinds of characters, one bit each, so that a line says by one number which checks need to look at it. */
export const kinds = {
  letter: 1,
  upper: 2,
  /** Figures, combining marks, apostrophes and hyphens: inside a word, never its beginning. */
  joins: 4,
  quote: 8,
  /** May be part of broken characters: replacement mark, controls, first letters of mojibake, ampersand. */
  odd: 16,
  /** Comma, colon, semicolon: what a lost link leaves behind. */
  pause: 32,
  blank: 64,
  /** What may not stand after a blank or a pause. */
  stop: 128,
  /** Of a line only: a stop stands after a blank or a pause somewhere in it. */
  gap: 256,
  /** Quotation marks whose meaning depends on the language. */
  foreign: 512,
} as const;

/** The kind of every UTF-16 unit. Halves of surrogate pairs have none: emoji and rare scripts are passed over. */
export const kindOf = new Uint16Array(65_536);

const mark = (pattern: RegExp, kind: number) => {
  for (let code = 0; code < 65_536; code++)
    if (pattern.test(String.fromCharCode(code))) kindOf[code] = (kindOf[code] ?? 0) | kind;
};

mark(/\p{L}/u, kinds.letter);
mark(/\p{Lu}/u, kinds.upper);
mark(/[\p{N}\p{M}'’-]/u, kinds.joins);
mark(/["“”„«»‘]/, kinds.quote);
mark(/[„«»]/, kinds.foreign);
mark(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd\ufffe&ÂÃâðïÐÑ]/, kinds.odd);
mark(/[,;:]/, kinds.pause);
mark(/\s/, kinds.blank);
mark(/[,.;:)]/, kinds.stop);
