import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { aBody } from "../../test/house/a-body.ts";
import { readingMinutes } from "./reading-time.ts";

const words = (count: number) => ({ body: aBody(Array.from({ length: count }, () => "word").join(" ")) });

test("reading takes a minute for every 200 words begun, and never less than one", () => {
  assert.equal(readingMinutes(words(1)), 1);
  assert.equal(readingMinutes({ body: { type: "doc", content: [] } }), 1);
  assert.equal(readingMinutes(words(200)), 1);
  assert.equal(readingMinutes(words(201)), 2);
});

test("words of quotes, lists and tables count", () => {
  const [paragraph] = words(150).body.content;
  assert.ok(paragraph);
  const quote = { type: "quote" as const, attrs: { cite: "" }, content: [paragraph] };
  assert.equal(readingMinutes({ body: { type: "doc", content: [paragraph, quote] } }), 2);
});

const seed = join(import.meta.dirname, "../../../shared/seed/article-page.txt");
test(
  "the page that started the project is a five minutes' read",
  { skip: existsSync(seed) ? false : `${seed} is not here` },
  () => {
    const lines = readFileSync(seed, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    const from = lines.findIndex((line) => line.startsWith("The EU’s foreign policy chief"));
    const to = lines.findIndex((line) => line === "Advertisement");
    assert.equal(readingMinutes({ body: aBody(...lines.slice(from, to)) }), 5);
  },
);
