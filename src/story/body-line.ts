import { balanceDirections } from "./body-clean-text.ts";
import type { Inline, Mark } from "./body.ts";

type Text = Extract<Inline, { type: "text" }>;

/**
 * Makes of loose inline pieces the lines a browser would show: white space folded, none at the ends or beside a
 * break, neighbours with the same marks joined. Two breaks in a row part two lines; blank lines are left out.
 */
export function tidyLines(pieces: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [];
  let line: Inline[] = [];
  let breaks = 0;
  for (const piece of pieces) {
    if (piece.type === "hard_break") {
      breaks += 1;
      continue;
    }
    const isBlank = !visible.test(piece.text);
    if (breaks > 0 && isBlank) continue;
    if (breaks > 1) {
      lines.push(line);
      line = [];
    } else if (breaks === 1 && line.length > 0) line.push({ type: "hard_break" });
    breaks = 0;
    addText(line, piece);
  }
  lines.push(line);
  return lines.map(trimmed).filter((each) => each.length > 0);
}

// Something a reader could see: not only blanks, no-break blanks, zero-width marks.
const visible = /[^\s\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/** The text of preformatted lines: as it stands, with breaks as line ends; blank text gives nothing. */
export function tidyPreformatted(pieces: readonly Inline[]): Inline[] {
  const line: Inline[] = [];
  for (const piece of pieces)
    addAsIs(line, piece.type === "hard_break" ? { type: "text", text: "\n" } : piece);
  const shown = line.some((piece) => piece.type === "text" && visible.test(piece.text));
  return shown ? withBalance(line) : [];
}

function addText(line: Inline[], piece: Text) {
  const last = line.at(-1);
  const text = folds.test(piece.text) ? piece.text.replace(blanks, " ") : piece.text;
  const opensBlank = text.startsWith(" ") && endsBlank(last);
  addAsIs(line, opensBlank ? { ...piece, text: text.slice(1) } : { ...piece, text });
}

const folds = /[\t\n\f\r]| {2}/;
const blanks = /[ \t\n\f\r]+/g;

const endsBlank = (last: Inline | undefined) =>
  last === undefined || last.type === "hard_break" || last.text.endsWith(" ");

function addAsIs(line: Inline[], piece: Text) {
  if (piece.text === "") return;
  const last = line.at(-1);
  if (last?.type === "text" && sameMarks(last.marks, piece.marks))
    line[line.length - 1] = { ...last, text: last.text + piece.text };
  else line.push(piece);
}

function trimmed(line: Inline[]): Inline[] {
  const balanced = withBalance(line);
  const shown = withoutEdges(balanced === line ? line : folded(balanced));
  return shown.some((piece) => piece.type === "text" && visible.test(piece.text)) ? shown : [];
}

// Where marks of direction went, the blanks beside them meet.
function folded(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const piece of line) {
    if (piece.type === "text") addText(out, piece);
    else out.push(piece);
  }
  return out;
}

// No blanks (also no no-break ones) at both ends and beside a break; no break at an end or beside another.
function withoutEdges(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const piece of line) {
    if (piece.type === "hard_break") {
      trimTail(out);
      if (out.length > 0) out.push(piece);
    } else {
      const opens = out.length === 0 || out.at(-1)?.type === "hard_break";
      addAsIs(out, opens ? { ...piece, text: piece.text.trimStart() } : piece);
    }
  }
  trimTail(out);
  return out;
}

function trimTail(out: Inline[]) {
  for (let last = out.at(-1); last !== undefined; last = out.at(-1)) {
    const text = last.type === "text" ? last.text.trimEnd() : "";
    if (last.type === "text" && text !== "") {
      if (text.length < last.text.length) out[out.length - 1] = { ...last, text };
      return;
    }
    out.pop();
  }
}

function withBalance(line: Inline[]): Inline[] {
  const texts = line.map((piece) => (piece.type === "text" ? piece.text : ""));
  const balanced = balanceDirections(texts);
  if (balanced === texts) return line;
  const out: Inline[] = [];
  for (const [at, piece] of line.entries())
    if (piece.type === "text") addAsIs(out, { ...piece, text: balanced[at] ?? "" });
    else out.push(piece);
  return out;
}

/** Marks are kept in one order, so equal sets are equal lists. */
export function sameMarks(one: readonly Mark[] | undefined, other: readonly Mark[] | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.length !== other.length) return false;
  return one.every((mark, at) => {
    const twin = other[at];
    if (mark.type === "link") return twin?.type === "link" && twin.attrs.href === mark.attrs.href;
    return twin?.type === mark.type;
  });
}
