import type { BodyComposer } from "./body-composer.ts";
import type { Block, Table } from "./body.ts";
import type { HtmlElement } from "./html-tree.ts";

/** What was left out of a body on the way in, said to the desk. */
export type Removed = { readonly what: string; readonly text: string };

/** A body in the making: what every rule is handed beside its element. */
export type Making = {
  readonly composer: BodyComposer;
  /** Where relative addresses start; null = they lead nowhere. */
  readonly base: string | null;
  readonly removed: Removed[];
  /** Elements whose text another block took already (a title, an attribution). */
  readonly taken: Set<HtmlElement>;
  /** Open figures, tables and quotes, the innermost last. */
  readonly figures: { caption: string; credit: string }[];
  readonly tables: (TableMaking | null)[];
  readonly quotes: { cite: string }[];
};

export type TableMaking = {
  caption: string;
  readonly rows: Table["content"];
  readonly loose: Block[];
};

/** What a rule makes of an element: goes in, goes in and does something on the way out, or leaves it out. */
export type HtmlRule = (element: HtmlElement, making: Making) => "in" | "past" | (() => void);

export function remove(making: Making, what: string, text = "") {
  if (making.removed.length < mostRemoved) making.removed.push({ what, text: text.slice(0, 200) });
}
const mostRemoved = 100;
