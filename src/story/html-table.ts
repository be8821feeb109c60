import { attributeOf, numberOf } from "./html-attribute.ts";
import type { HtmlRule, Making } from "./html-making.ts";
import type { HtmlElement } from "./html-tree.ts";
import { elementsIn, textWithin } from "./html-walk.ts";

/** `table`: rows and cells of words. One that only lays out a page is read as what stands in it. */
export const tableRule: HtmlRule = (element, making) => {
  const { composer, tables } = making;
  composer.endLine();
  if (composer.isInWords() || isLayout(element)) {
    tables.push(null);
    return () => {
      composer.endLine();
      tables.pop();
    };
  }
  const table = { caption: "", rows: [], loose: [] };
  tables.push(table);
  return () => {
    tables.pop();
    addTable(making, table);
  };
};

function addTable({ composer }: Making, { caption, rows, loose }: NonNullable<Making["tables"][number]>) {
  const content = rows.filter((row) => row.content.length > 0);
  const holdsWords = content.some((row) => row.content.some((cell) => cell.content));
  if (holdsWords) composer.block({ type: "table", attrs: { caption }, content });
  for (const block of loose) composer.block(block);
}

export const tableCaptionRule: HtmlRule = (element, { tables, composer }) => {
  const table = tables.at(-1);
  if (!table) return endLines(composer.endLine);
  table.caption = textWithin(element);
  return "past";
};

export const rowRule: HtmlRule = (_, { tables, composer }) => {
  const table = tables.at(-1);
  if (!table) return endLines(composer.endLine);
  table.rows.push({ type: "table_row", content: [] });
  return "in";
};

export const cellRule: HtmlRule = (element, { tables, composer }) => {
  const table = tables.at(-1);
  if (!table) return endLines(composer.endLine);
  composer.openWords();
  tables.push(null);
  return () => {
    tables.pop();
    const { line, loose } = composer.closeWords();
    const attrs = {
      head: element.tagName === "th",
      across: spanOf(element, "colspan", 100),
      down: spanOf(element, "rowspan", 1000),
    };
    table.rows
      .at(-1)
      ?.content.push({ type: "table_cell", attrs, ...(line.length > 0 ? { content: line } : {}) });
    table.loose.push(...loose);
  };
};

const endLines = (endLine: () => void) => {
  endLine();
  return endLine;
};

const spanOf = (element: HtmlElement, name: string, most: number) =>
  Math.min(Math.max(numberOf(element, name) ?? 1, 1), most);

// A table of figures has heads or several short cells a row; one that holds tables, lists or headings is a frame.
function isLayout(table: HtmlElement): boolean {
  const role = attributeOf(table, "role");
  if (role === "table" || role === "grid") return false;
  if (role === "presentation" || role === "none") return true;
  const seen = countIn(table);
  if (seen.tables > 0) return true;
  if (seen.heads > 0) return false;
  return seen.frames > 0 || seen.rows < 2 || seen.cells < seen.rows * 2 || seen.paragraphs > seen.cells;
}

function countIn(table: HtmlElement) {
  const seen = { tables: 0, heads: 0, frames: 0, rows: 0, cells: 0, paragraphs: 0 };
  let left = 20_000;
  for (const { tagName } of elementsIn(table)) {
    left -= 1;
    if (left === 0) return seen;
    if (tagName === "table") return { ...seen, tables: 1 };
    if (tagName === "tr") seen.rows += 1;
    else if (tagName === "td") seen.cells += 1;
    else if (tagName === "p") seen.paragraphs += 1;
    else if (/^(?:th|caption|thead)$/.test(tagName)) seen.heads += 1;
    else if (/^(?:h[1-6]|ul|ol|blockquote|figure|iframe|video|article|section)$/.test(tagName))
      seen.frames += 1;
  }
  return seen;
}
