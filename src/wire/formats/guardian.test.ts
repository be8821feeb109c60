import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { skipWithout } from "../../../test/house/corpora.ts";
import { judgeGuardianCorpus } from "../../../test/house/guardian-corpus.ts";
import { body } from "../../story/body.ts";
import type { WireItem } from "../../story/wire-item.ts";
import type { CopyText } from "../format.ts";
import { format } from "./guardian.ts";

const file = join(import.meta.dirname, "../../../test/wires/guardian/story.json");
const copyOf = (text: string): CopyText => ({ text, contentType: "application/json", address: null });
const story = readFileSync(file, "utf8");
function readItem(copy: CopyText): WireItem {
  assert.equal(format.recognises(copy), true);
  const parsed = format.parse(copy);
  assert.ok("items" in parsed);
  const [first] = parsed.items;
  assert.ok(first && "item" in first);
  return first.item;
}
const content = (part: Record<string, unknown>) =>
  copyOf(
    JSON.stringify({
      id: "world/1",
      type: "article",
      webTitle: "Ferry",
      webUrl: "https://www.theguardian.com/world/1",
      apiUrl: "https://content.guardianapis.com/world/1",
      webPublicationDate: "2026-11-22T18:05:00Z",
      ...part,
    }),
  );

const corpus = { skip: skipWithout("guardian-capi") };
test("every answer of the corpus is stories or one clear sentence", corpus, () => {
  const verdicts = judgeGuardianCorpus();
  assert.ok(verdicts.length >= 25);
  assert.deepEqual(
    verdicts.filter(({ right }) => !right),
    [],
  );
  assert.ok(verdicts.filter(({ stories }) => stories > 0).length >= 12);
});

test("a story keeps its identity when its path changes", () => {
  const item = readItem(copyOf(story));
  assert.equal(item.stableKey, "65f0c0ffee");
  assert.deepEqual(item.links, [
    { rel: "alias", href: "https://www.theguardian.com/world/2026/nov/22/night-ferry" },
  ]);
  const moved = story.replaceAll("ferry-to-run-through-the-night", "ferries-all-night");
  assert.equal(readItem(copyOf(moved)).stableKey, item.stableKey);
});

test("the words above the text, the writers and the dates are where they belong", () => {
  const item = readItem(copyOf(story));
  assert.equal(item.headline, "Ferry to run through the night");
  assert.equal(item.standfirst, "The crossing will be open at all hours from March");
  assert.deepEqual(item.byline, [
    { name: "Ada Brook", place: "Eastcliff", role: null },
    { name: "Tom Oake", place: null, role: null },
  ]);
  assert.equal(item.section, "World news");
  assert.equal(item.source.name, "The Guardian");
  assert.equal(item.publishedAt, Date.UTC(2026, 10, 22, 18, 5));
  assert.equal(item.versionCreated, Date.UTC(2026, 10, 22, 20));
  assert.deepEqual([item.versionKey, item.versionOrder], ["12", 12]);
  assert.deepEqual(item.subjects, [{ scheme: "guardian:keyword", code: "world/ferries", name: "Ferries" }]);
});

test("the elements keep their order, and what is not for readers stays out", () => {
  const item = readItem(copyOf(story));
  assert.equal(body.safeParse(item.body).success, true);
  assert.deepEqual(
    item.body.content.map(({ type }) => type),
    ["paragraph", "pull_quote", "video", "embed", "table", "paragraph"],
  );
  const words = JSON.stringify(item.body);
  assert.doesNotMatch(words, /older reading|Not read|Not for readers/);
  assert.match(words, /https:\/\/www\.theguardian\.com\/world\/ferries/);
  assert.deepEqual(item.removed, [{ what: "related", text: "More ferries" }]);
});

test("alt, caption, credit and the largest file of the main picture are told apart", () => {
  assert.deepEqual(readItem(copyOf(story)).mainPicture, {
    picture: null,
    address: "https://media.example/aa11/2000.jpg",
    alt: "A ferry at dusk",
    caption: "The Gull leaves at dusk.",
    credit: "Photograph: Ines Vogt/Harbour Pictures",
    rights: "Harbour Pictures",
    width: 2000,
    height: 1200,
  });
});

test("a media atom is its video in the version that counts; its shell is a placeholder with its name", () => {
  const video = readItem(copyOf(story)).body.content.find((block) => block.type === "video");
  assert.equal(video?.attrs.address, "https://www.youtube.com/watch?v=dQw_9-x");
  const shell = readItem(content({ atoms: { media: [{ id: "a", title: "Ferry – video explainer" }] } }));
  const [placeholder] = shell.body.content;
  assert.ok(placeholder?.type === "video");
  assert.equal(placeholder.attrs.title, "Ferry – video explainer");
  assert.equal(placeholder.attrs.address, null);
});

test("what the Guardian says to editors only is told to the desk, and no syndication is no onward use", () => {
  const item = readItem(copyOf(story));
  assert.equal(item.notesToDesk.length, 3);
  assert.equal(item.rights.onwardUse, false);
});

test("a story that is gone is killed, one that expired is withdrawn", () => {
  assert.equal(readItem(content({ isGone: true })).status, "killed");
  assert.equal(readItem(content({ isExpired: true })).status, "withdrawn");
  assert.equal(readItem(content({})).status, "usable");
});

test("an entry of a live page stands under its title", () => {
  const entry = (title: string) => ({
    id: title,
    bodyHtml: "<p>It sails.</p>",
    attributes: { title },
    elements: [],
  });
  const item = readItem(content({ type: "liveblog", blocks: { body: [entry("22:00"), entry("21:00")] } }));
  assert.equal(item.kind, "live");
  assert.deepEqual(
    item.body.content.map(({ type }) => type),
    ["heading", "paragraph", "heading", "paragraph"],
  );
});

test("errors, tags, sections, empty lists and cut answers are refused in one sentence", () => {
  for (const text of [
    '{"response":{"status":"error","message":"The requested resource could not be found."}}',
    '{"id":"world/france","type":"keyword","webTitle":"France","webUrl":"https://www.theguardian.com/world/france","apiUrl":"x"}',
    '{"id":"world","webTitle":"World news","webUrl":"https://www.theguardian.com/world","apiUrl":"x"}',
    '{"response":{"status":"ok","results":[]}}',
    story.slice(0, 3000),
  ]) {
    assert.equal(format.recognises(copyOf(text)), true, text.slice(0, 60));
    const parsed = format.parse(copyOf(text));
    assert.ok("unreadable" in parsed, text.slice(0, 60));
    assert.match(parsed.unreadable, /^\p{Lu}.*\.$/u);
  }
});

test("other JSON is not taken for the Guardian's", () => {
  for (const text of ['{"response":7}', '{"uri":"urn:1","headline":"Ferry"}', '{"webTitle":"Ferry"}', "[]"])
    assert.equal(format.recognises(copyOf(text)), false, text);
});
