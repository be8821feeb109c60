import assert from "node:assert/strict";
import { test } from "node:test";
import { splitCaption } from "./split-caption.ts";
import { processorTime } from "../../test/house/processor-time.ts";

const cases: readonly [text: string, caption: string, credit: string][] = [
  [
    "Emmanuel Macron welcomes Volodymyr Zelenskyy to the Élysée Palace in Paris on Monday. Photograph: Teresa Suárez/EPA",
    "Emmanuel Macron welcomes Volodymyr Zelenskyy to the Élysée Palace in Paris on Monday.",
    "Photograph: Teresa Suárez/EPA",
  ],
  ["Photograph: Teresa Suárez/EPA", "", "Photograph: Teresa Suárez/EPA"],
  ["The quay at dawn. Photo by Jane Doe", "The quay at dawn.", "Photo by Jane Doe"],
  ["The quay at dawn. (AP Photo/Jane Doe)", "The quay at dawn.", "AP Photo/Jane Doe"],
  ["The quay at dawn (Photo: Jane Doe)", "The quay at dawn", "Photo: Jane Doe"],
  ["The quay at dawn (Photo by Jane Doe/Getty Images)", "The quay at dawn", "Photo by Jane Doe/Getty Images"],
  ["The quay at dawn. AP Photo/Jane Doe", "The quay at dawn.", "AP Photo/Jane Doe"],
  ["The quay at dawn. Credit: Jane Doe", "The quay at dawn.", "Jane Doe"],
  ["The quay at dawn. Image credit: NASA/JPL", "The quay at dawn.", "NASA/JPL"],
  ["The quay at dawn © Jane Doe 2024", "The quay at dawn", "© Jane Doe 2024"],
  ["© Reuters", "", "© Reuters"],
  ["Der Kai am Morgen. Bild: Anna Müller/dpa", "Der Kai am Morgen.", "Bild: Anna Müller/dpa"],
  ["Der Kai am Morgen. Foto: Anna Müller", "Der Kai am Morgen.", "Foto: Anna Müller"],
  ["Der Kai am Morgen | Bildquelle: dpa", "Der Kai am Morgen", "dpa"],
  ["Le quai à l’aube. Crédit photo : Jeanne Petit", "Le quai à l’aube.", "Jeanne Petit"],
  ["El muelle al alba. Fotografía: Ana Ruiz/EFE", "El muelle al alba.", "Fotografía: Ana Ruiz/EFE"],
  ["The quay at dawn – Illustration: Ottilie Marsh", "The quay at dawn", "Illustration: Ottilie Marsh"],
  [
    "The quay at dawn. Composite: Guardian Design/Getty",
    "The quay at dawn.",
    "Composite: Guardian Design/Getty",
  ],
  [
    "The quay at dawn. Photo courtesy of the Harbour Board",
    "The quay at dawn.",
    "Photo courtesy of the Harbour Board",
  ],
  ["The quay at dawn (Reuters)", "The quay at dawn", "Reuters"],
  ["The quay at dawn. Photo: Acme Inc.", "The quay at dawn.", "Photo: Acme Inc."],
];

for (const [text, caption, credit] of cases)
  test(`caption and credit are told apart in “${text}”`, () => {
    assert.deepEqual(splitCaption(text), { caption, credit });
  });

const withoutCredit = [
  "The quay at dawn.",
  "A photo of the quay, taken in 1921, hangs in the hall (left).",
  "The source: a spring high in the hills. Nobody has measured it since the war began.",
  "Cranes four and five (centre) will be moved inland.",
  "She took the photo by hand.",
  "The map by the door shows the way.",
  "",
];

for (const text of withoutCredit)
  test(`no credit is invented in “${text}”`, () => {
    assert.deepEqual(splitCaption(text), { caption: text, credit: "" });
  });

test("a caption is never lost: what is not credit is caption", () => {
  const { caption, credit } = splitCaption(`  Two\n lines.   Photograph:  A B/C  `);
  assert.equal(caption, "Two lines.");
  assert.equal(credit, "Photograph: A B/C");
});

test("a hostile caption takes no longer than a plain one", () => {
  const started = processorTime();
  for (const piece of ["Photo: ", "(", "© ", "photo by ", "a.b:", "[("]) splitCaption(piece.repeat(100_000));
  for (const piece of ["Photo: ", "(", "© ", "photo by ", "a.b:", "[("])
    splitCaption(piece.repeat(Math.floor(3900 / piece.length)));
  assert.ok(processorTime() - started < 500);
});
