import type { Table } from "../../story/body.ts";
import { textOfLine } from "../../story/body-text.ts";
import { markup, type Piece } from "../markup.ts";
import { words } from "./words.ts";

type Row = Table["content"][number];
type Cell = Row["content"][number];

/** A table with its figures to the right; what is too wide scrolls in a frame of its own, by keyboard too. */
export function table({ attrs, content }: Table): Piece | null {
  if (!content.some((row) => row.content.length > 0)) return null;
  const heads = content.findIndex((row) => !row.content.every((cell) => cell.attrs.head));
  const top = content.slice(0, heads === -1 ? 0 : heads);
  const rest = content.slice(top.length);
  const numeric = numericColumns(rest);
  const rows = (some: readonly Row[], scope: "col" | "row") =>
    some.map(
      (row) => markup`<tr>${row.content.map((cell, at) => drawCell(cell, scope, numeric.has(at)))}</tr>`,
    );
  const label = attrs.caption.trim() === "" ? "Table" : attrs.caption;
  return markup`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="figures">${attrs.caption.trim() !== "" && markup`<caption>${attrs.caption}</caption>`}${top.length > 0 && markup`<thead>${rows(top, "col")}</thead>`}<tbody>${rows(rest, "row")}</tbody></table></div>`;
}

function drawCell({ attrs, content }: Cell, scope: "col" | "row", isFigure: boolean): Piece {
  const spans = markup`${attrs.across > 1 && markup` colspan="${attrs.across}"`}${attrs.down > 1 && markup` rowspan="${attrs.down}"`}${isFigure && markup` class="n"`}`;
  if (!attrs.head) return markup`<td${spans}>${words(content)}</td>`;
  return markup`<th scope="${scope}"${spans}>${words(content)}</th>`;
}

/** Columns, counted from 0, of which more than half of the filled cells are figures. */
function numericColumns(rows: readonly Row[]): ReadonlySet<number> {
  const most = Math.max(0, ...rows.map((row) => row.content.length));
  const columns = Array.from({ length: most }, (_, at) => at);
  return new Set(
    columns.filter((at) => {
      const texts = rows
        .map((row) => textOfLine(row.content[at]?.content).trim())
        .filter((text) => text !== "");
      return texts.length > 0 && texts.filter(isFigure).length > texts.length / 2;
    }),
  );
}

const isFigure = (text: string) => /^[-−–+±~<>]?\s?[$€£¥]?\s?\d[\d\s.,:]*\s?(%|[a-z€$£]{1,3})?$/iu.test(text);
