import assert from "node:assert/strict";
import { test } from "node:test";
import { aTakenStory } from "../../test/house/a-story.ts";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { aBody } from "../../test/house/a-body.ts";
import { agreement, type Agreement } from "./agreement.ts";
import { agreementPresets } from "./agreement-presets.ts";
import { publishRefusals, type Publishing } from "./publishing.ts";
import type { Story, StoryCopy } from "./story.ts";
import type { WireItem } from "./wire-item.ts";

const noon = Date.parse("2026-11-23T12:00:00Z");
const { contract } = agreementPresets;

test("every preset is an agreement the schema reads, under its own name", () => {
  for (const [name, preset] of Object.entries(agreementPresets)) {
    assert.deepEqual(agreement.parse(preset), preset);
    assert.equal(preset.preset, name);
  }
});

test("copy taken as it came may be published under a contract", () => {
  assert.deepEqual(codes({}), []);
});

test("nothing is published while nobody has said what was agreed", () => {
  assert.deepEqual(codes({ agreement: agreementPresets["ask-first"] }), ["not-agreed"]);
});

test("more words than agreed are refused with both numbers, and the summary form is let through", () => {
  const item = aWireItem({ body: aBody(`${"word ".repeat(501)}[end](https://harbour.example/end).`) });
  const limited = { ...agreementPresets["guardian-open"] };
  const refusals = publishRefusals(asked({ item, agreement: limited }));
  assert.deepEqual(
    refusals.map(({ code }) => code),
    ["too-many-words"],
  );
  assert.ok(refusals[0]?.says.includes("502") && refusals[0].says.includes("500"));
  assert.deepEqual(codes({ item, agreement: limited, story: { form: "summary" } }), []);
});

test("an agreement is named after the partner who gave it, also where the copy names another source", () => {
  const refusals = publishRefusals({
    ...asked({ agreement: agreementPresets["ask-first"] }),
    partnerName: "Evening Syndicate",
  });
  assert.ok(refusals[0]?.says.includes("Evening Syndicate"));
});

test("five hundred words exactly are within five hundred", () => {
  const item = aWireItem({ body: aBody("word ".repeat(500)) });
  assert.deepEqual(codes({ item, agreement: agreementPresets["guardian-open"] }), []);
});

test("a link that must be kept and is not is named", () => {
  const copy = { body: aBody("The ferry sailed at noon.", "See the report for more.") };
  const [refusal] = publishRefusals(
    asked({ copy, agreement: { ...contract, keeps: { byline: true, links: true } } }),
  );
  assert.equal(refusal?.code, "links-lost");
  assert.ok(refusal.says.includes("https://harbour.example/report"));
});

test("links cannot be shown to be kept where the copy came as bare text", () => {
  const item = aWireItem({
    body: aBody("He travels with Jared Kushner, . It is not known when."),
    source: { name: "The Guardian", address: null },
  });
  const refusals = publishRefusals(asked({ item, agreement: agreementPresets["guardian-open"] }));
  assert.deepEqual(refusals.map(({ code }) => code).toSorted(), ["link-back-missing", "links-unknown"]);
  assert.ok(refusals.some(({ says }) => says.includes("Kushner, .")));
});

test("the byline stays where it must: neither dropped nor given to another", () => {
  assert.deepEqual(codes({ copy: { byline: [] } }), ["byline-missing"]);
  const desk = { name: "Editors Desk", place: null, role: null };
  assert.deepEqual(codes({ copy: { byline: [desk] } }), ["byline-changed"]);
  assert.deepEqual(codes({ copy: { byline: [desk] }, agreement: agreementPresets.agency }), []);
});

test("where no editing is allowed one word is too many, house style is not", () => {
  const whole = agreementPresets["cc-by-nd"];
  const second = "See the [report](https://harbour.example/report) for more.";
  assert.deepEqual(codes({ agreement: whole, copy: { body: aBody("The ferry left at noon.", second) } }), [
    "copy-edited",
  ]);
  assert.deepEqual(codes({ agreement: whole, copy: { body: aBody(second) } }), ["copy-edited"]);
  assert.deepEqual(codes({ agreement: whole, copy: { headline: "Ferry!" } }), ["copy-edited"]);
  assert.deepEqual(codes({ agreement: whole, copy: { headline: "Ferry to run  through the night" } }), []);
});

test("an extract under a licence of so many words may be cut but not rewritten", () => {
  const open = agreementPresets["guardian-open"];
  const body = aBody("The ferry sailed at noon.");
  assert.deepEqual(codes({ agreement: open, copy: { body } }), []);
  assert.deepEqual(codes({ agreement: open, copy: { body: aBody("The boat sailed at noon.") } }), [
    "copy-edited",
  ]);
});

test("light editing is at most a tenth of the words", () => {
  const words = Array.from({ length: 100 }, (_, at) => `word${at}`);
  const item = aWireItem({ body: aBody(words.join(" ")) });
  const changed = (count: number) => ({
    body: aBody(words.map((word, at) => (at < count ? "new" : word)).join(" ")),
  });
  assert.deepEqual(codes({ item, copy: changed(10) }), []);
  assert.deepEqual(codes({ item, copy: changed(11) }), ["edited-too-much"]);
});

test("pictures are refused where the agreement covers none", () => {
  const mainPicture = {
    picture: "01",
    address: null,
    alt: "A ferry",
    caption: "",
    credit: "X",
    rights: null,
    width: null,
    height: null,
  };
  const item = aWireItem({ mainPicture });
  assert.deepEqual(codes({ item, agreement: agreementPresets["guardian-open"] }), ["pictures-not-allowed"]);
  assert.deepEqual(codes({ item }), []);
});

test("a contract lets a story go without the original's address, a summary does not", () => {
  const item = aWireItem({ source: { name: "Harbour Post", address: null } });
  assert.deepEqual(codes({ item }), []);
  assert.deepEqual(codes({ item, story: { form: "summary" } }), ["link-back-missing"]);
  assert.deepEqual(codes({ item, story: { form: "summary" }, home: "https://harbour.example/" }), []);
});

test("a credit with no name to print is refused", () => {
  const item = aWireItem({ source: { name: null, address: "https://harbour.example/ferry" } });
  assert.deepEqual(codes({ item }), ["credit-missing"]);
});

test("an embargo, a hold, a partner's order and an ended right each refuse, whatever was agreed", () => {
  const own = agreementPresets.own;
  const refused = (facts: Parameters<typeof codes>[0]) => codes({ agreement: own, ...facts });
  assert.deepEqual(refused({ story: { embargo: { kind: "until", until: noon + 1 } } }), ["under-embargo"]);
  assert.deepEqual(refused({ story: { embargo: { kind: "until", until: noon } } }), []);
  assert.deepEqual(refused({ story: { embargo: { kind: "unclear", says: "tonight" } } }), [
    "embargo-unclear",
  ]);
  assert.deepEqual(refused({ story: { held: "rights unclear" } }), ["story-held"]);
  assert.deepEqual(refused({ item: aWireItem({ status: "withdrawn" }) }), ["partner-withheld"]);
  assert.deepEqual(refused({ item: aWireItem({ status: "killed" }) }), ["partner-killed"]);
  assert.deepEqual(refused({ item: aWireItem({ validUntil: noon }) }), ["right-ended"]);
  assert.deepEqual(refused({ story: { staysUntil: noon } }), ["right-ended"]);
});

test("a killed story is never published again", () => {
  const state = { status: "killed", killedAt: 0, reason: "wrong", publishedAt: null } as const;
  assert.deepEqual(codes({ story: { state } }), ["story-killed"]);
});

test("what a check stops, stops publishing; what it warns of does not", () => {
  const finding = { check: "broken-characters", at: "body/1", says: "Broken.", stops: true };
  const ask = asked({});
  assert.deepEqual(
    publishRefusals({ ...ask, findings: [finding, { ...finding, stops: false }] }).map(({ code }) => code),
    ["finding-stops"],
  );
});

test("own copy asks for a headline and a text, and nothing else", () => {
  const story = { ...asked({}).story, taken: null };
  assert.deepEqual(publishRefusals({ story, agreement: null, source: null, now: noon }), []);
  const bare = { ...story, copy: { ...story.copy, headline: " ", body: aBody() } };
  assert.deepEqual(
    publishRefusals({ story: bare, agreement: null, source: null, now: noon }).map(({ code }) => code),
    ["headline-missing", "text-missing"],
  );
});

type Facts = {
  item?: WireItem;
  agreement?: Agreement;
  copy?: Partial<StoryCopy>;
  story?: Partial<Story>;
  home?: string;
};

function asked({ item = aWireItem(), agreement: terms = contract, copy, story, home }: Facts): Publishing {
  const taken = aTakenStory(item, { ...story, copy: copy ?? {} });
  return { story: taken, agreement: terms, source: item, now: noon, home: home ?? null };
}

const codes = (facts: Facts) => publishRefusals(asked(facts)).map(({ code }) => code);
