import type { Block } from "../story/body.ts";
import type { PictureUse } from "../story/picture.ts";
import type { StoryCopy } from "../story/story.ts";
import { bareItem, type WireItem } from "../story/wire-item.ts";
import type { Checked } from "./check.ts";

/** What an example of a check differs in from a sound short story. A string is a paragraph. */
export type Example = Partial<Omit<StoryCopy, "body">> & {
  readonly body?: readonly (string | Block)[];
  readonly checked?: Partial<Omit<Checked, "copy">>;
};

/** A story for the examples of a check: sound except for what is given. */
export function example({ body, checked, ...copy }: Example = {}): Checked {
  return {
    copy: {
      kind: "news",
      language: "en",
      section: "news",
      headline: "Ferry to the islands sails again",
      standfirst: "Repairs took four months and cost twice the estimate",
      byline: [{ name: "Mara Oke", place: "Port Ellen", role: null }],
      dateline: "",
      mainPicture: null,
      slugline: "",
      topics: [],
      ...copy,
      body: { type: "doc", content: (body ?? ["The ferry sailed at noon on Monday."]).map(blockOf) },
    },
    source: null,
    sourceName: "",
    agreement: null,
    form: "full",
    ...checked,
  };
}

/** A picture for examples: kept, described and credited except for what is given. */
export const examplePicture = (facts: Partial<PictureUse> = {}): PictureUse => ({
  picture: "01",
  address: null,
  alt: "A white ferry leaves the harbour",
  caption: "The ferry left at noon.",
  credit: "Mara Oke",
  rights: null,
  width: null,
  height: null,
  ...facts,
});

/** The version a partner sent, for examples: the copy of an example with its whole head. */
export const exampleSource = (facts: Partial<WireItem> = {}): WireItem => ({
  ...bareItem,
  stableKey: "1",
  versionKey: "1",
  language: "en",
  headline: "Ferry to the islands sails again",
  source: { name: "Harbour Post", address: "https://harbour.example/ferry" },
  ...facts,
});

const blockOf = (block: string | Block): Block =>
  typeof block === "string" ? { type: "paragraph", content: [{ type: "text", text: block }] } : block;
