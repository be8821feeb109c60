import { allBlocks, linesIn } from "./body-parts.ts";
import { sameMarks, tidyLines, tidyPreformatted } from "./body-line.ts";
import type { CaptionParts } from "./split-caption.ts";
import type { Block, Inline, ListItem, Mark } from "./body.ts";

type Line = { readonly kind: "paragraph" | "preformatted" } | { readonly kind: "heading"; level: 2 | 3 | 4 };
type Solid =
  | { readonly kind: "blocks"; readonly blocks: Block[] }
  | { readonly kind: "list"; readonly items: ListItem[] }
  | { readonly kind: "words"; readonly line: Inline[]; readonly loose: Block[] };
// Too deep for another frame: what is put here goes into the one below.
type Frame = Solid | { readonly kind: "through"; readonly to: Solid };

const paragraph: Line = { kind: "paragraph" };
const deepest = 32;

/** Takes text, marks and blocks in reading order and puts them together as the blocks of a body. */
export class BodyComposer {
  readonly #frames: Frame[] = [{ kind: "blocks", blocks: [] }];
  readonly #lines: Line[] = [paragraph];
  readonly #marks: Mark[][] = [];
  #pieces: Inline[] = [];

  /** The blocks made so far at the outermost level, everything open brought to an end. */
  finish(): Block[] {
    this.endLine();
    const outer = this.#frames[0];
    return outer?.kind === "blocks" ? outer.blocks : [];
  }

  text(text: string) {
    if (text === "") return;
    const marks = this.#marks.at(-1);
    this.#pieces.push(marks ? { type: "text", text, marks } : { type: "text", text });
  }

  breakLine() {
    this.#pieces.push({ type: "hard_break" });
  }

  mark(mark: Mark) {
    const around = this.#marks.at(-1) ?? [];
    const others = around.filter((each) => each.type !== mark.type);
    const marks = [...others, mark].toSorted((one, other) => rank[one.type] - rank[other.type]);
    this.#marks.push(sameMarks(marks, around) ? around : marks);
  }

  readonly unmark = () => {
    this.#marks.pop();
  };

  /** Until `closeLine`, lines become this kind of block. */
  openLine(line: Line) {
    this.endLine();
    this.#lines.push(line);
  }

  readonly closeLine = () => {
    this.endLine();
    this.#lines.pop();
  };

  isPreformatted(): boolean {
    return this.#lines.at(-1)?.kind === "preformatted";
  }

  /** What comes next stands on a line of its own. */
  readonly endLine = () => {
    if (this.#pieces.length === 0) return;
    const pieces = this.#pieces;
    this.#pieces = [];
    const line = this.#lines.at(-1) ?? paragraph;
    const frame = this.#target();
    if (frame?.kind === "words") addLines(frame.line, tidyLines(pieces));
    else for (const block of blocksOfLine(line, pieces)) this.#push(block);
  };

  block(block: Block) {
    this.endLine();
    this.#push(block);
  }

  /** Opens a row of blocks; `closeBlocks` hands them over for wrapping. */
  openBlocks() {
    this.#open({ kind: "blocks", blocks: [] });
  }

  closeBlocks(): Block[] {
    const frame = this.#close();
    return frame?.kind === "blocks" ? frame.blocks : [];
  }

  /** Gives a picture that was just put here, and has neither caption nor credit yet, its own; false where there is none. */
  captionLast(read: () => CaptionParts): boolean {
    this.endLine();
    const frame = this.#target();
    const last = frame?.kind === "blocks" ? frame.blocks.at(-1) : undefined;
    if (frame?.kind !== "blocks" || last?.type !== "picture" || last.attrs.caption || last.attrs.credit)
      return false;
    frame.blocks[frame.blocks.length - 1] = { ...last, attrs: { ...last.attrs, ...read() } };
    return true;
  }

  openList() {
    this.#open({ kind: "list", items: [] });
  }

  closeList(): ListItem[] {
    const frame = this.#close();
    return frame?.kind === "list" ? frame.items : [];
  }

  isInList(): boolean {
    return this.#frames.at(-1)?.kind === "list";
  }

  addItem(content: Block[]) {
    const frame = this.#frames.at(-1);
    if (frame?.kind === "list" && content.length > 0) frame.items.push({ type: "list_item", content });
  }

  /** Opens a place that holds one line only (a cell, a pull quote); pictures and the like in it come out loose. */
  openWords() {
    this.#open({ kind: "words", line: [], loose: [] });
  }

  closeWords(): { line: Inline[]; loose: Block[] } {
    const frame = this.#close();
    return frame?.kind === "words" ? frame : { line: [], loose: [] };
  }

  isInWords(): boolean {
    return this.#target()?.kind === "words";
  }

  #open(frame: Solid) {
    this.endLine();
    const under = this.#frames.length < deepest ? undefined : this.#frames.findLast(takesBlocks);
    const to = under?.kind === "through" ? under.to : under;
    this.#frames.push(to && frame.kind !== "words" ? { kind: "through", to } : frame);
    this.#lines.push(paragraph);
  }

  #close(): Frame | undefined {
    this.endLine();
    this.#lines.pop();
    return this.#frames.pop();
  }

  #target(): Solid | undefined {
    const frame = this.#frames.at(-1);
    return frame?.kind === "through" ? frame.to : frame;
  }

  #push(block: Block) {
    const frame = this.#target();
    if (frame?.kind === "blocks") frame.blocks.push(block);
    else if (frame?.kind === "list") addStray(frame.items, block);
    else if (frame?.kind === "words") addWords(frame, block);
  }
}

const takesBlocks = (frame: Frame) => frame.kind !== "list";

// The order of marks in the schema of a body, so that equal sets are equal lists.
const rank = { strong: 0, em: 1, code: 2, strike: 3, sub: 4, sup: 5, link: 6 } as const;

function blocksOfLine(line: Line, pieces: readonly Inline[]): Block[] {
  if (line.kind === "preformatted") {
    const content = tidyPreformatted(pieces);
    return content.length > 0 ? [{ type: "preformatted", content }] : [];
  }
  return tidyLines(pieces).map((content) =>
    line.kind === "heading"
      ? { type: "heading", attrs: { level: line.level }, content }
      : { type: "paragraph", content },
  );
}

function addLines(line: Inline[], lines: readonly (readonly Inline[])[]) {
  for (const each of lines) {
    if (line.length > 0) line.push({ type: "hard_break" });
    line.push(...each);
  }
}

// A list that stands beside the items of its parent belongs to the item before it.
function addStray(items: ListItem[], block: Block) {
  const last = items.at(-1);
  if (last && block.type === "list") last.content.push(block);
  else items.push({ type: "list_item", content: [block] });
}

function addWords(frame: { line: Inline[]; loose: Block[] }, block: Block) {
  const blocks = allBlocks([block]);
  addLines(frame.line, blocks.flatMap(linesIn));
  frame.loose.push(...blocks.filter(isMedia));
}

const isMedia = ({ type }: Block) => type === "picture" || type === "video" || type === "embed";
