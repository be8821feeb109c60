import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { judgeNinjsCorpus, ninjsCorpusIsThere } from "../../../test/house/ninjs-corpus.ts";
import { body } from "../../story/body.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { CopyText } from "../format.ts";
import { textOf } from "../../story/body-text.ts";
import { format } from "./ninjs.ts";

const samples = join(import.meta.dirname, "../../../test/wires/ninjs");
const copyOf = (value: unknown): CopyText => ({
  text: JSON.stringify(value),
  contentType: null,
  address: null,
});
const sample = (name: string): CopyText => ({
  text: readFileSync(join(samples, name), "utf8"),
  contentType: null,
  address: null,
});
function readItem(copy: CopyText): WireItem {
  assert.equal(format.recognises(copy), true);
  const parsed = format.parse(copy);
  assert.ok("items" in parsed);
  const [first] = parsed.items;
  assert.ok(first && "item" in first);
  assert.equal(body.safeParse(first.item.body).success, true);
  return first.item;
}
const read = (part: Record<string, unknown>) =>
  readItem(copyOf({ uri: "urn:ferry:1", headline: "Ferry", ...part }));

const corpus = ninjsCorpusIsThere ? {} : { skip: "../shared/corpora is not here" };
test(
  "of the IPTC's own test suite and examples all good items are taken, all bad ones refused or held",
  corpus,
  () => {
    const verdicts = judgeNinjsCorpus();
    assert.ok(verdicts.length > 120);
    assert.deepEqual(
      verdicts.filter(({ right }) => !right),
      [],
    );
  },
);

for (const name of ["text-1.json", "text-2.json", "text-3.json"])
  test(`the same story in ${name} is the same story`, () => {
    const item = readItem(sample(name));
    assert.equal(item.stableKey, "https://wire.example/ferry-night");
    assert.equal(item.versionKey, "3");
    assert.equal(item.versionOrder, 3);
    assert.equal(item.status, "usable");
    assert.equal(item.headline, "Ferry to run through the night");
    assert.equal(item.standfirst, "The crossing will be open at all hours from March");
    assert.deepEqual(item.byline, [
      { name: "Ada Brook", place: "Eastcliff", role: null },
      { name: "Tom Oake", place: null, role: null },
    ]);
    assert.deepEqual(item.places, ["Eastcliff", "Westcliff"]);
    assert.equal(item.urgency, 4);
    assert.equal(item.slugline, "FERRY-NIGHT");
    assert.deepEqual(item.notesToDesk, ["Adds quotes in the last paragraph."]);
    assert.equal(item.rights.holder, "Harbour Wire");
    assert.equal(item.rights.terms, "For subscribers only.");
    assert.equal(item.versionCreated, Date.UTC(2026, 10, 22, 18, 5));
    assert.deepEqual(item.subjects, [{ scheme: "https://cv.example/", code: "04015001", name: "Shipping" }]);
    assert.deepEqual(
      item.body.content.map(({ type }) => type),
      ["paragraph", "heading", "paragraph", "video"],
    );
    assert.match(textOf(item.body), /^The ferry will cross all night/);
    assert.equal(item.mainPicture?.address, "https://wire.example/ferry-large.jpg");
    assert.equal(item.mainPicture?.caption, "The ferry leaves at dusk.");
    assert.equal(item.mainPicture?.credit, "Ines Vogt/Harbour Pictures");
    assert.equal(item.mainPicture?.width, 2400);
  });

test("status words of every spelling are obeyed", () => {
  assert.equal(read({ pubstatus: "canceled" }).status, "killed");
  assert.equal(read({ pubstatus: "Canceled" }).status, "killed");
  assert.equal(read({ pubstatus: "WITHHELD" }).status, "withdrawn");
  assert.equal(read({ pubstatus: "usable" }).status, "usable");
});

test("an embargo holds until its instant, and until a person decides where its date cannot be read", () => {
  assert.deepEqual(read({ embargoed: "2026-12-01T06:00:00+01:00" }).embargo, {
    kind: "until",
    until: Date.UTC(2026, 11, 1, 5),
  });
  for (const embargoed of ["tomorrow", "", "2026-12-01T06:00:00", "2026-13-01T06:00:00Z"]) {
    const item = read({ embargoed });
    assert.equal(item.embargo?.kind, "unclear", embargoed);
    assert.equal(item.status, "held", embargoed);
  }
  const three = {
    standard: { name: "ninjs", version: "3.0", schema: "http://www.iptc.org/" },
    headline: undefined,
  };
  assert.equal(read({ ...three, embargoedUntil: "2026-12-01T06:00:00Z" }).embargo?.kind, "until");
  assert.equal(read({ ...three, embargoed: "2026-12-01T06:00:00Z" }).embargo?.kind, "until");
});

test("a note with words of embargo or restriction holds the item and is shown to the desk", () => {
  for (const ednote of [
    "STRICTLY EMBARGOED",
    "NOT FOR USE BEFORE 0600 GMT",
    "JAPAN OUT",
    "Sperrfrist 20 Uhr",
  ]) {
    const item = read({ ednote });
    assert.equal(item.status, "held", ednote);
    assert.deepEqual(item.notesToDesk, [ednote]);
  }
});

test("broken dates are taken for none", () => {
  const item = read({ firstcreated: "the day before yesterday", versioncreated: "2026-02-30T00:00:00Z" });
  assert.equal(item.firstCreated, null);
  assert.equal(item.versionCreated, null);
  assert.equal(item.versionOrder, null);
});

test("tokens at the end of an address are no part of the identity", () => {
  assert.equal(read({ uri: "https://wire.example/a?qt=1&et=2" }).stableKey, "https://wire.example/a");
  assert.equal(read({ uri: "https://wire.example/a?id=7&qt=1" }).stableKey, "https://wire.example/a?id=7");
});

test("Superdesk's guid is the identity, its update points to what it evolved from, its extra fields hold nothing", () => {
  const item = readItem(
    copyOf({
      guid: "tag:desk.example:2026:1",
      evolvedfrom: "tag:desk.example:2026:0",
      version: "2",
      type: "text",
      headline: "Ferry",
      body_html: "<p>The ferry will cross all night.</p>",
      priority: 5,
      service: [{ code: "n", name: "News" }],
      associations: { featuremedia: null },
    }),
  );
  assert.equal(item.stableKey, "tag:desk.example:2026:1");
  assert.equal(item.status, "usable");
  assert.deepEqual(item.links, [{ rel: "evolved-from", href: "tag:desk.example:2026:0" }]);
  assert.equal(item.unmapped["priority"], 5);
});

test("a field its version does not know holds the item; under the partner's own schema it is kept", () => {
  const held = read({ embargo_until: "2026-12-01" });
  assert.equal(held.status, "held");
  assert.equal(held.unmapped["embargo_until"], "2026-12-01");
  const own = { name: "OWNJS", version: "1.4", schema: "https://wire.example/schema.json" };
  assert.equal(read({ $standard: own, mood: "calm" }).status, "usable");
});

test("a picture beside the story that may not be used is left out and told to the desk", () => {
  const item = read({
    associations: {
      one: { uri: "urn:p", type: "picture", pubstatus: "withheld", headline: "Ferry at dusk" },
    },
  });
  assert.equal(item.mainPicture, null);
  assert.equal(item.notesToDesk.length, 1);
});

test("a ban on selling in machine-readable rights is a ban on onward use", () => {
  const encodedrights = JSON.stringify({
    prohibitions: [{ action: "http://www.w3.org/ns/odrl/2/commercialize" }],
  });
  assert.equal(read({ rightsinfo: { encodedrights } }).rights.onwardUse, false);
});

test("a test signal is never published", () => {
  assert.equal(read({ signals: ["Test"] }).status, "held");
});

test("a list gives each item its own fate", () => {
  const parsed = format.parse(copyOf([{ uri: "urn:1", headline: "One" }, { headline: "None" }, null, 7]));
  assert.ok("items" in parsed);
  assert.deepEqual(
    parsed.items.map((each) => "item" in each),
    [true, false, false, false],
  );
});

test("a key called __proto__ changes nothing", () => {
  const text =
    '{"uri":"urn:1","headline":"One","__proto__":{"polluted":1},"person":[{"__proto__":{"polluted":1}}]}';
  readItem({ text, contentType: null, address: null });
  assert.equal("polluted" in {}, false);
});

test("its neighbours' JSON is not taken for ninjs", () => {
  for (const value of [
    {
      version: "https://jsonfeed.org/version/1.1",
      title: "Ferry news",
      items: [{ id: "1", content_text: "x" }],
    },
    { response: { status: "ok", results: [] } },
    { id: "1", webTitle: "Ferry", apiUrl: "https://content.example/1", uri: "x" },
    { uri: "x", colour: "blue" },
    [],
    {},
    "uri",
  ])
    assert.equal(format.recognises(copyOf(value)), false, JSON.stringify(value));
});
