import type { Body } from "../../src/story/body.ts";
import { noRights, type WireItem } from "../../src/story/wire-item.ts";

/** A wire item of an invented partner, usable and complete; `part` overrides what a test is about. */
export const aWireItem = (part: Partial<WireItem> = {}): WireItem => ({
  stableKey: "harbour:1",
  versionKey: "1",
  versionOrder: 1,
  status: "usable",
  statusReason: "",
  change: "new",
  embargo: null,
  validUntil: null,
  kind: "text",
  language: "en",
  headline: "Ferry to run through the night",
  standfirst: "The crossing will be open at all hours from March",
  slugline: "FERRY-NIGHT",
  byline: [{ name: "Ada Brook", place: null, role: null }],
  dateline: "",
  body: bodyOf("The ferry will cross all night from March.", "The council paid for a second crew."),
  mainPicture: null,
  handler: null,
  section: null,
  subjects: [],
  places: [],
  urgency: null,
  source: { name: "Harbour Wire", address: "https://harbour.example/ferry-night" },
  credit: "Harbour Wire",
  rights: noRights,
  firstCreated: null,
  versionCreated: null,
  publishedAt: null,
  notesToDesk: [],
  links: [],
  removed: [],
  unmapped: {},
  ...part,
});

export const bodyOf = (...lines: readonly string[]): Body => ({
  type: "doc",
  content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});
