import { bareItem, type WireItem } from "../../src/story/wire-item.ts";
import { aBody } from "./a-body.ts";

/** A usable text item of an invented partner, complete. */
export const aWireItem = (overrides: Partial<WireItem> = {}): WireItem => ({
  ...bareItem,
  stableKey: "harbour:1",
  versionKey: "1",
  versionOrder: 1,
  language: "en",
  headline: "Ferry to run through the night",
  standfirst: "Repairs took four months",
  byline: [{ name: "Mara Oke", place: "Port Ellen", role: null }],
  body: aBody("The ferry sailed at noon.", "See the [report](https://harbour.example/report) for more."),
  source: { name: "Harbour Post", address: "https://harbour.example/ferry-night" },
  ...overrides,
});
