import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { body } from "../../story/body.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { CopyText } from "../format.ts";
import { format } from "./pasted-page.ts";

const root = join(import.meta.dirname, "../../..");
const samples = join(root, "test/wires/pasted-page");
const seed = join(root, "../shared/seed/article-page.txt");

const copyOf = (text: string): CopyText => ({ text, contentType: null, address: null });
const sample = (name: string) => copyOf(readFileSync(join(samples, name), "utf8"));
function readItem(copy: CopyText): WireItem {
  const parsed = format.parse(copy);
  assert.ok("items" in parsed);
  const [first] = parsed.items;
  assert.ok(first && "item" in first);
  return first.item;
}

/** What a sub-editor reads off the page, one line for each block. */
const outline = (item: WireItem) => ({
  headline: item.headline,
  standfirst: item.standfirst,
  byline: item.byline,
  section: item.section,
  handler: item.handler,
  source: item.source.name,
  publishedAt: item.publishedAt === null ? null : new Date(item.publishedAt).toISOString(),
  picture: item.mainPicture && {
    alt: item.mainPicture.alt,
    caption: item.mainPicture.caption,
    credit: item.mainPicture.credit,
  },
  body: item.body.content.map((block) => block.type),
  removed: item.removed.map(({ what }) => what),
});

for (const file of globSync("*.txt", { cwd: samples }).filter((name) => existsSync(expectedOf(name))))
  test(`the sample ${file} is read as it was written down beside it`, () => {
    assert.equal(format.recognises(sample(file)), true);
    const item = readItem(sample(file));
    assert.deepEqual(outline(item), JSON.parse(readFileSync(expectedOf(file), "utf8")));
    assert.equal(body.safeParse(item.body).success, true);
  });

function expectedOf(name: string): string {
  return join(samples, `${basename(name, ".txt")}.json`);
}

const seedIsThere = existsSync(seed) ? {} : { skip: "../shared/seed is not here" };

test("every part of the page that started it all is found", seedIsThere, () => {
  const copy = copyOf(readFileSync(seed, "utf8"));
  assert.equal(format.recognises(copy), true);
  const item = readItem(copy);
  assert.equal(item.section, "Europe");
  assert.equal(item.handler, "Editors Desk");
  assert.equal(item.source.name, "The Guardian");
  assert.match(item.headline, /^US-Russia talks .* foreign policy chief$/);
  assert.match(item.standfirst, /^Kaja Kallas says .* this war’$/);
  assert.deepEqual(item.byline, [
    { name: "Jennifer Rankin", place: "Brussels", role: null },
    { name: "Pjotr Sauer", place: null, role: null },
  ]);
  assert.equal(item.mainPicture?.credit, "Photograph: Teresa Suárez/EPA");
  assert.match(item.mainPicture?.caption ?? "", /^Emmanuel Macron .* on Monday\.$/);
  assert.equal(item.mainPicture?.alt, item.mainPicture?.caption);
  const kinds = item.body.content.map(({ type }) => type);
  assert.equal(kinds.length, 22);
  assert.deepEqual(
    kinds.filter((kind) => kind !== "paragraph"),
    ["video"],
  );
  const video = item.body.content.find((block) => block.type === "video");
  assert.equal(video?.attrs.title, "Ukraine: are we closer to a peace deal? – video explainer");
  assert.equal(video?.attrs.address, null);
  assert.deepEqual(
    item.removed.map(({ what }) => what),
    ["reading time", "page furniture", "doubled caption", "advertisement", "idle notice"],
  );
});

test("faults of the text are left for the checks to find", seedIsThere, () => {
  const words = JSON.stringify(readItem(copyOf(readFileSync(seed, "utf8"))).body);
  assert.match(words, /Jared Kushner, \. Putin/);
  assert.match(words, /Zelenskyiy suggested/);
  assert.doesNotMatch(words, /Advertisement|remain logged/);
});

test("Windows line ends change nothing, and the same page pasted twice is the same version", () => {
  const unix = sample("bare.txt");
  const windows = copyOf(unix.text.replaceAll("\n", "\r\n"));
  assert.deepEqual(readItem(windows), readItem(unix));
});

test("a page without blank lines reads like one with them", () => {
  const spaced = sample("byline-first.txt");
  const dense = copyOf(spaced.text.replace(/\n{2,}/g, "\n"));
  assert.deepEqual(outline(readItem(dense)), outline(readItem(spaced)));
});

test("a corrected paragraph makes a new version of the same story", () => {
  const before = readItem(sample("bare.txt"));
  const after = readItem(copyOf(sample("bare.txt").text.replace("lamplight", "moonlight")));
  assert.equal(after.stableKey, before.stableKey);
  assert.notEqual(after.versionKey, before.versionKey);
});

for (const name of ["headline-only.txt", "no-headline.txt"])
  test(`${name} is known for a pasted page and refused in one sentence`, () => {
    assert.equal(format.recognises(sample(name)), true);
    const parsed = format.parse(sample(name));
    assert.ok("unreadable" in parsed);
    assert.match(parsed.unreadable, /^\p{Lu}[^.]*\.$/u);
  });

const others: readonly [what: string, text: string][] = [
  ["nothing", ""],
  ["blanks", " \n\t\n"],
  ["HTML", "<!doctype html><p>Council to count swans by night</p>"],
  ["HTML without a head", "Council to count swans\n\n<p>The swans will be counted.</p>\n<p>By night.</p>"],
  ["XML", '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'],
  ["JSON", '{"headline":"Council to count swans by night"}'],
  ["a JSON list", '[{"uri":"urn:1"}]'],
  ["one word", "Swans"],
  [
    "one sentence",
    "The town's swans will be counted by lamplight this winter, after two counts gave two answers.",
  ],
  ["noise", "kdj 2389 §% lkj\nqq qq\n#### 000 00\n\u0007\u0001"],
  ["a table", "name,age,town,club\nAda,31,Eastcliff,rowing\nTom,44,Westcliff,chess"],
  ["code", "function count(swans) {\n  return swans.length;\n}\nconst night = true;\n"],
  [
    "agency wire text",
    "nsb0000 4 vm 71  lni 0000\n\nVerkehr/Hafen/\nFähre fährt nachts =\n\nDie Fähre fährt ab März die ganze Nacht hindurch, wie der Rat am Montag beschloss.",
  ],
  [
    "wire text with control characters",
    "\u0001abc0123 4 pl 71\r\n\u0002Ferry to run all night\r\nThe ferry will cross.\u0003",
  ],
  [
    "a mail",
    "From: desk@harbour.example\nTo: night@harbour.example\nSubject: swans\n\nThe swans will be counted tonight by all of us.",
  ],
];
for (const [what, text] of others)
  test(`${what} is not taken for a pasted page`, () => {
    assert.equal(format.recognises(copyOf(text)), false);
  });
