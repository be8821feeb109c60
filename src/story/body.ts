import { z } from "zod";
import { pictureUse } from "./picture.ts";
import { videoUse } from "./video.ts";

// The body of a story: known blocks, known marks, valid ProseMirror JSON. Nothing else is ever kept or drawn.

const safeAddress = z
  .string()
  .max(8192)
  .refine(isSafeAddress, "only http, https, mailto, tel and own addresses may be linked");

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("strong") }),
  z.object({ type: z.literal("em") }),
  z.object({ type: z.literal("code") }),
  z.object({ type: z.literal("strike") }),
  z.object({ type: z.literal("sub") }),
  z.object({ type: z.literal("sup") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href: safeAddress }) }),
]);
export type Mark = z.infer<typeof mark>;

const inline = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1), marks: z.array(mark).optional() }),
  z.object({ type: z.literal("hard_break") }),
]);
export type Inline = z.infer<typeof inline>;

const line = z.array(inline).optional();
const paragraph = z.object({ type: z.literal("paragraph"), content: line });
const heading = z.object({
  type: z.literal("heading"),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: line,
});
const preformatted = z.object({ type: z.literal("preformatted"), content: line });
const pullQuote = z.object({
  type: z.literal("pull_quote"),
  attrs: z.object({ by: z.string() }),
  content: line,
});
const picture = z.object({ type: z.literal("picture"), attrs: pictureUse });
const video = z.object({ type: z.literal("video"), attrs: videoUse });
const embed = z.object({
  type: z.literal("embed"),
  attrs: z.object({ address: safeAddress, provider: z.string(), title: z.string() }),
});
const divider = z.object({ type: z.literal("divider") });
const tableCell = z.object({
  type: z.literal("table_cell"),
  attrs: z.object({
    head: z.boolean(),
    across: z.number().int().min(1).max(100),
    down: z.number().int().min(1).max(1000),
  }),
  content: line,
});
const tableRow = z.object({ type: z.literal("table_row"), content: z.array(tableCell) });
const table = z.object({
  type: z.literal("table"),
  attrs: z.object({ caption: z.string() }),
  content: z.array(tableRow),
});

export type Paragraph = z.infer<typeof paragraph>;
export type Heading = z.infer<typeof heading>;
export type Table = z.infer<typeof table>;
export type Quote = { type: "quote"; attrs: { cite: string }; content: Block[] };
export type Note = { type: "note"; attrs: { title: string }; content: Block[] };
export type List = { type: "list"; attrs: { ordered: boolean; start: number }; content: ListItem[] };
export type ListItem = { type: "list_item"; content: Block[] };
type Leaf =
  | Paragraph
  | Heading
  | Table
  | z.infer<typeof preformatted>
  | z.infer<typeof pullQuote>
  | z.infer<typeof picture>
  | z.infer<typeof video>
  | z.infer<typeof embed>
  | z.infer<typeof divider>;
export type Block = Leaf | Quote | Note | List;
export type Body = { type: "doc"; content: Block[] };

const blocks = z.lazy(() => z.array(block));
const quote = z.object({
  type: z.literal("quote"),
  attrs: z.object({ cite: z.string() }),
  content: blocks,
});
const note = z.object({
  type: z.literal("note"),
  attrs: z.object({ title: z.string() }),
  content: blocks,
});
const listItem = z.object({ type: z.literal("list_item"), content: blocks });
const list = z.object({
  type: z.literal("list"),
  attrs: z.object({ ordered: z.boolean(), start: z.number().int() }),
  content: z.array(listItem),
});
// Told apart by their type alone: a plain union tries one after the other.
const block: z.ZodType<Block> = z.discriminatedUnion("type", [
  paragraph,
  heading,
  preformatted,
  pullQuote,
  picture,
  video,
  embed,
  divider,
  table,
  quote,
  note,
  list,
]);

/** Reads a body from outside or from the store. */
export const body: z.ZodType<Body> = z.object({ type: z.literal("doc"), content: z.array(block) });

export const emptyBody: Body = { type: "doc", content: [] };

/** http, https, mailto, tel, or an address on our own site ("/…", "#…"); judged on what a browser would parse. */
export function isSafeAddress(address: string): boolean {
  if (plainAddress.test(address)) return true;
  if (/^[\u0000-\u0020]|[\u0000-\u001f\u007f]/.test(address)) return false;
  if (address.startsWith("#") || /^\/(?![/\\])/.test(address)) return true;
  const parsed = URL.parse(address);
  return parsed !== null && ["http:", "https:", "mailto:", "tel:"].includes(parsed.protocol);
}

// The common kind, which any URL parser takes: plain letters, and a last label that is no number.
const plainAddress = /^https?:\/\/(?![^/?#]*xn--)(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?:[/?#][!-~]*)?$/;
