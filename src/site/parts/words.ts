import type { Inline, Mark } from "../../story/body.ts";
import { isSafeAddress } from "../../story/body.ts";
import { markup, type Piece } from "../markup.ts";

/** The words of one line with their marks. Neighbours under one link make one link. */
export function words(content: readonly Inline[] | undefined): Piece {
  const pieces: Piece[] = [];
  let at = 0;
  const all = content ?? [];
  while (at < all.length) {
    const href = hrefOf(all[at]);
    let end = at + 1;
    while (href !== null && end < all.length && hrefOf(all[end]) === href) end++;
    const run = all.slice(at, end).map(word);
    pieces.push(href === null ? markup`${run}` : markup`<a href="${href}">${run}</a>`);
    at = end;
  }
  return markup`${pieces}`;
}

// Asked again where it is drawn: a story may have been stored before the schema was as strict as now.
function hrefOf(inline: Inline | undefined): string | null {
  if (inline?.type !== "text") return null;
  for (const mark of inline.marks ?? [])
    if (mark.type === "link" && isSafeAddress(mark.attrs.href)) return mark.attrs.href;
  return null;
}

function word(inline: Inline): Piece {
  if (inline.type === "hard_break") return markup`<br>`;
  let piece = markup`${inline.text}`;
  for (const mark of (inline.marks ?? []).toReversed()) piece = marked(mark, piece);
  return piece;
}

function marked({ type }: Mark, piece: Piece): Piece {
  switch (type) {
    case "strong":
      return markup`<strong>${piece}</strong>`;
    case "em":
      return markup`<em>${piece}</em>`;
    case "code":
      return markup`<code>${piece}</code>`;
    case "strike":
      return markup`<s>${piece}</s>`;
    case "sub":
      return markup`<sub>${piece}</sub>`;
    case "sup":
      return markup`<sup>${piece}</sup>`;
    case "link":
      return piece;
  }
}
