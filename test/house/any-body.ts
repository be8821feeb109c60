import fc from "fast-check";
import { wordsOfText } from "../../src/story/body-clean-text.ts";
import { tidyLines, tidyPreformatted } from "../../src/story/body-line.ts";
import type { Block, Body, Inline, Mark } from "../../src/story/body.ts";
import { providerOf } from "../../src/story/embed-providers.ts";

// Generated bodies as the parser leaves them: tidy lines, no empty blocks, whole addresses.

const letters = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(..."abc Ä«é 123 .,-–".split("")) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("<", ">", "&", '"', "'", "&amp;", "<b>", "</p>", "<!--", "]]>", "\u00a0"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\u202e", "\u202c", "\u2066", "\u2069", "\u0000", "\ud800", "😀", "𝒳"),
  },
);
const anyText = fc.array(letters, { minLength: 1, maxLength: 12 }).map((each) => each.join(""));
const words = anyText.map(wordsOfText);
const shown = words.filter((each) => /[\p{L}\p{N}]/u.test(each));

const address = fc
  .tuple(
    fc.constantFrom("https://a.example/", "http://b.example:8080/x/", "https://www.youtube.com/embed/"),
    fc.webPath(),
  )
  .map(([start, path]) => new URL(start + path).href);
const link = fc.oneof(address, fc.constantFrom("mailto:a@b.example", "tel:+44123"));

const simpleMarks = ["strong", "em", "code", "strike", "sub", "sup"] as const;
const marks = fc
  .tuple(fc.subarray([...simpleMarks], { maxLength: 2 }), fc.option(link, { freq: 4 }))
  .map(([types, href]): Mark[] => [
    ...types.map((type) => ({ type })),
    ...(href === null ? [] : [{ type: "link" as const, attrs: { href } }]),
  ]);

const piece: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(anyText, marks).map(([text, on]) => withMarks(text.replace(/\p{Cc}/gu, ""), on)),
  },
  { weight: 1, arbitrary: fc.constant({ type: "hard_break" as const }) },
);

const withMarks = (text: string, on: Mark[]): Inline =>
  on.length > 0 ? { type: "text", text, marks: on } : { type: "text", text };

const cleanPieces = (pieces: Inline[]) =>
  pieces
    .map((each) =>
      each.type === "text"
        ? { ...each, text: each.text.toWellFormed().replace(/[\ufeff\ufffd]/g, "") }
        : each,
    )
    .filter((each) => each.type === "hard_break" || each.text !== "");

const pieces = fc.array(piece, { minLength: 1, maxLength: 5 }).map(cleanPieces);
const line = pieces.map((each) => tidyLines(each)[0] ?? []).filter((each) => each.length > 0);
const preformattedLine = pieces
  .map((each) => tidyPreformatted(each.map((one) => (one.type === "text" ? withoutCode(one) : one))))
  .filter((each) => each.length > 0);

function withoutCode(one: Extract<Inline, { type: "text" }>): Inline {
  return withMarks(
    one.text,
    (one.marks ?? []).filter((mark) => mark.type !== "code"),
  );
}

const leaf: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: line.map((content) => ({ type: "paragraph" as const, content })) },
  fc
    .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), line)
    .map(([level, content]) => ({ type: "heading" as const, attrs: { level }, content })),
  preformattedLine.map((content) => ({ type: "preformatted" as const, content })),
  fc.tuple(fc.oneof(fc.constant(""), shown.map(undashed)), line).map(([by, content]) => ({
    type: "pull_quote" as const,
    attrs: { by },
    content,
  })),
  fc
    .record({
      address,
      alt: words,
      caption: words,
      credit: fc.constantFrom("", "Photograph: A B/C", "Jane & Co"),
    })
    .map((attrs) => ({
      type: "picture" as const,
      attrs: { ...attrs, picture: null, rights: null, width: 640, height: null },
    })),
  fc
    .record({
      address,
      title: words,
      poster: fc.option(address),
      credit: fc.constantFrom("", "Film: Northern Wire"),
    })
    .map((attrs) => ({ type: "video" as const, attrs: { ...attrs, provider: null, seconds: null } })),
  fc.tuple(address, fc.oneof(fc.constant(""), shown)).map(([to, title]) => ({
    type: "embed" as const,
    attrs: { address: to, provider: providerOf(to), title },
  })),
  fc.constant({ type: "divider" as const }),
  fc
    .tuple(
      words,
      fc.array(fc.array(fc.tuple(fc.boolean(), line), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([caption, rows]) => ({
      type: "table" as const,
      attrs: { caption },
      content: rows.map((row) => ({
        type: "table_row" as const,
        content: row.map(([head, content]) => ({
          type: "table_cell" as const,
          attrs: { head, across: 1, down: 2 },
          content,
        })),
      })),
    })),
);

function undashed(text: string): string {
  return text.replace(/^[\s–—―~-]+/u, "");
}

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.oneof(fc.constant(""), shown.map(undashed)), tie("blocks"))
      .map(([cite, content]) => ({ type: "quote" as const, attrs: { cite }, content })),
    fc
      .tuple(words, tie("blocks"))
      .map(([title, content]) => ({ type: "note" as const, attrs: { title }, content })),
    fc
      .tuple(
        fc.boolean(),
        fc.integer({ min: -5, max: 99 }),
        fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }),
      )
      .map(([ordered, start, items]) => ({
        type: "list" as const,
        attrs: { ordered, start: ordered ? start : 1 },
        content: items.map((content) => ({ type: "list_item" as const, content })),
      })),
  ),
  blocks: fc.array(tie("block"), { minLength: 1, maxLength: 3 }),
}));

/** Bodies as `bodyFromHtml` leaves them, with hostile letters in every text. */
export const anyBody: fc.Arbitrary<Body> = fc
  .array(block, { maxLength: 5 })
  .map((content) => ({ type: "doc" as const, content }));
