import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyFromHtml } from "./body-from-html.ts";
import { textOf } from "./body-text.ts";
import { processorTime } from "../../test/house/processor-time.ts";

// CASES F8 and XML-30. Times are ten times what a quiet machine takes; without the limits each ran for minutes.
const hostile: readonly [what: string, html: string, text: string | null][] = [
  ["10,000 nested elements", `${"<div>".repeat(10_000)}deep${"</div>".repeat(10_000)}`, "deep"],
  ["100,000 attributes", `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(" ")}>x</p>`, "x"],
  ["200,000 unclosed links", `x${'<a href="'.repeat(200_000)}`, "x"],
  ["300,000 open comments", `x${"<!--".repeat(300_000)}`, "x"],
  ["1,000,000 character references", "&lt;".repeat(1_000_000), "<".repeat(1_000_000)],
  [
    "a picture of 8 MB in its own address",
    `x<img src="data:image/png;base64,${"A".repeat(8_000_000)}">`,
    "x",
  ],
  [
    "3,000 open bold marks over 100,000 paragraphs",
    `${Array.from({ length: 3000 }, (_, at) => `<b a=${at}>`).join("")}${"<p>x".repeat(100_000)}`,
    null,
  ],
  ["200,000 paragraphs in 120 lists", `${"<ul><li>".repeat(120)}${"<p>x".repeat(200_000)}`, null],
  ["30,000 nested tables", "<table><tr><td>".repeat(30_000), ""],
  ["250,000 stray end tags in 500 elements", `${"<div>".repeat(500)}${"</x>".repeat(250_000)}`, ""],
  ["50,000 marks fostered out of tables", "<table><b>".repeat(50_000), ""],
  ["one word of 1,000,000 letters", "x".repeat(1_000_000), "x".repeat(1_000_000)],
];

for (const [what, html, text] of hostile)
  test(`${what} are read or laid flat within 2 s, and the text is kept`, () => {
    const started = processorTime();
    const { body } = bodyFromHtml(html, { base: null });
    assert.ok(processorTime() - started < 2000);
    if (text === null) assert.ok(textOf(body).includes("x\nx"));
    else assert.equal(textOf(body), text);
  });

test("mark-up that is too much is kept as plain paragraphs, and that is said", () => {
  const html = `<script>x()</script>${"<div>".repeat(600)}<p>One &amp; one</p><p>1 < 2</p>`;
  const { body, removed } = bodyFromHtml(html, { base: null });
  assert.deepEqual(textOf(body).split("\n"), ["One & one", "1 < 2"]);
  assert.deepEqual(
    removed.map(({ what }) => what),
    ["mark-up"],
  );
});
