import assert from "node:assert/strict";
import { test } from "node:test";
import { lookEdition } from "../../../test/house/look-edition.ts";
import { aSiteStory, drawing } from "../../../test/house/look-makers.ts";
import { show, siteOf } from "../../../test/house/look-site.ts";

test("a shared link tells what the story is, where it lies and when it came out", async () => {
  const mainPicture = { ...drawing("", "A quay", "The caption"), picture: "01pic", width: 1000, height: 600 };
  const copy = { headline: "Berths & bollards", standfirst: "In short.", mainPicture };
  const site = siteOf({ ...lookEdition, stories: [aSiteStory("one", copy, {})] });
  const shown = await show("/news/2026/11/19/one", site);
  assert.ok("text" in shown);
  const metas = shown.text.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g);
  const told = new Map([...metas].map(([, name, says]) => [name, says]));
  assert.equal(told.get("og:type"), "article");
  assert.equal(told.get("og:title"), "Berths &amp; bollards");
  assert.equal(told.get("og:description"), "In short.");
  assert.match(told.get("og:url") ?? "", /^https?:\/\/[^/]+\/news\/2026\/11\/19\/one$/);
  assert.equal(told.get("og:site_name"), "The Harbour Courier");
  assert.match(told.get("og:image") ?? "", /\/picture\/01pic\/960\.jpeg$/);
  assert.equal(told.get("og:image:alt"), "A quay");
  assert.match(told.get("article:published_time") ?? "", /^2026-11-19T/);
});
