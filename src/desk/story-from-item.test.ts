import assert from "node:assert/strict";
import { test } from "node:test";
import { aPartner } from "../../test/house/a-partner.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { agreementPresets } from "../story/agreement-presets.ts";
import { noRights, type WireItem } from "../story/wire-item.ts";
import { storyFrom } from "./story-from-item.ts";

const days = 86_400_000;

test("a draft holds the item's own words, and its source by name and address", () => {
  const item = aWireItem({ publishedAt: 7 });
  const { copy, taken, state } = taking(item);
  assert.equal(copy.body, item.body);
  assert.deepEqual([copy.headline, copy.byline, state.status], [item.headline, item.byline, "draft"]);
  assert.deepEqual(
    [taken?.sourceName, taken?.address, taken?.firstPublishedAt],
    ["Harbour Post", item.source.address, 7],
  );
});

test("an item that names no source is credited to the partner", () => {
  assert.equal(taking(aWireItem({ source: { name: null, address: null } })).taken?.sourceName, "The Partner");
});

test("the paper's language stands where the item says none", () => {
  assert.equal(taking(aWireItem({ language: null })).copy.language, "ga");
  assert.equal(taking(aWireItem({ language: "de" })).copy.language, "de");
});

test("it may stay until the first of the agreement's days, its own end and the end of its rights", () => {
  const staying = (facts: Partial<WireItem>) => taking(aWireItem(facts), agreementPresets.agency).staysUntil;
  assert.equal(staying({}), 1000 + 30 * days);
  assert.equal(staying({ validUntil: 5000 }), 5000);
  assert.equal(staying({ rights: { ...noRights, ends: 4000 }, validUntil: 5000 }), 4000);
  assert.equal(taking(aWireItem()).staysUntil, null);
});

test("doubt and withholding hold it, with a reason in words", () => {
  assert.equal(taking(aWireItem()).held, null);
  assert.equal(
    taking(aWireItem({ status: "held", statusReason: "note says embargo" })).held,
    "note says embargo",
  );
  for (const status of ["held", "withdrawn"] as const) assert.ok(taking(aWireItem({ status })).held);
});

test("an agreement for a summary makes a summary; ads follow the agreement", () => {
  const summary = { ...agreementPresets["guardian-open"], extent: { kind: "summary" as const } };
  assert.deepEqual(
    [taking(aWireItem(), summary).form, taking(aWireItem(), summary).adsAllowed],
    ["summary", false],
  );
  assert.deepEqual([taking(aWireItem()).form, taking(aWireItem()).adsAllowed], ["full", true]);
});

test("comment is told from news by the section or subject the partner names", () => {
  assert.equal(taking(aWireItem({ section: "Opinion" })).copy.kind, "comment");
  assert.equal(taking(aWireItem({ section: "Commentary box repairs" })).copy.kind, "news");
});

test("subjects become topics once each, and so does a section we do not have", () => {
  const subjects = ["Ferries", "ferries ", "", "News"].map((name) => ({ scheme: "", code: "", name }));
  assert.deepEqual(taking(aWireItem({ section: "Islands", subjects })).copy.topics, ["Islands", "Ferries"]);
});

const taking = (item: WireItem, agreement = agreementPresets.contract) =>
  storyFrom(item, {
    id: "story-1",
    wireItem: "wire-1",
    version: "version-1",
    partner: aPartner({ agreement }),
    section: "news",
    handledBy: "person-1",
    language: "ga",
    now: 1000,
  });
