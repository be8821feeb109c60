import assert from "node:assert/strict";
import { test } from "node:test";
import { readByline } from "./read-byline.ts";
import { processorTime } from "../../test/house/processor-time.ts";

type Writer = string | [name: string, place: string | null, role?: string];

const cases: readonly [text: string, ...writers: Writer[]][] = [
  ["Jennifer Rankin in Brussels and Pjotr Sauer", ["Jennifer Rankin", "Brussels"], "Pjotr Sauer"],
  ["Luke Harding in Kyiv and Pjotr Sauer in New York", ["Luke Harding", "Kyiv"], ["Pjotr Sauer", "New York"]],
  ["By Jane Doe", "Jane Doe"],
  ["BY JANE DOE", "JANE DOE"],
  ["By: Jane Doe", "Jane Doe"],
  ["By Jane Doe, John Roe and Ann Poe", "Jane Doe", "John Roe", "Ann Poe"],
  ["By Jane Doe, John Roe, and Ann Poe", "Jane Doe", "John Roe", "Ann Poe"],
  ["Jane Doe & John Roe", "Jane Doe", "John Roe"],
  ["Jane Doe; John Roe", "Jane Doe", "John Roe"],
  ["By Jane Doe with John Roe", "Jane Doe", "John Roe"],
  ["Written by Jane Doe", "Jane Doe"],
  ["Von Anna Müller", "Anna Müller"],
  ["Von Anna Müller und Karl Groß, Berlin", "Anna Müller", "Karl Groß", "Berlin"],
  ["Von Anna Müller in Berlin", ["Anna Müller", "Berlin"]],
  ["Ein Kommentar von Anna Müller", "Anna Müller"],
  ["Par Jeanne Petit et Luc Grand", "Jeanne Petit", "Luc Grand"],
  ["Por Ana Ruiz y Juan Gómez", "Ana Ruiz", "Juan Gómez"],
  ["José Ortega y Gasset", "José Ortega y Gasset"],
  ["Door Jan de Vries en Piet Smit", "Jan de Vries", "Piet Smit"],
  ["Contributors to Wikimedia projects", "Contributors to Wikimedia projects"],
  ["Contributors: Jane Doe", "Jane Doe"],
  ["Reuters", "Reuters"],
  ["Agencies", "Agencies"],
  ["Agency staff", "Agency staff"],
  ["Staff and agencies", "Staff and agencies"],
  ["Guardian staff and agencies", "Guardian staff and agencies"],
  ["Jane Doe and agencies", "Jane Doe", "agencies"],
  ["Agence France-Presse in Seoul", ["Agence France-Presse", "Seoul"]],
  ["By Jane Doe, Associated Press", ["Jane Doe", null, "Associated Press"]],
  ["By JANE DOE of The Associated Press", ["JANE DOE", null, "The Associated Press"]],
  ["Jane Doe, political editor", ["Jane Doe", null, "political editor"]],
  ["Jane Doe Political editor", "Jane Doe Political editor"],
  ["Jane Doe (Political editor)", ["Jane Doe", null, "Political editor"]],
  ["Jane Doe, BBC News, in Paris", ["Jane Doe", "Paris", "BBC News"]],
  ["John Smith, Jr. and Jane Doe, PhD", "John Smith, Jr.", "Jane Doe, PhD"],
  ["Anna and Bob Smith", "Anna and Bob Smith"],
  ["Department of Health and Human Services", "Department of Health and Human Services"],
  ["Wake Forest University Health Sciences", "Wake Forest University Health Sciences"],
  ["By Jane Doe jane.doe@courier.example", "Jane Doe"],
  ["jane@courier.example (Jane Doe)", "Jane Doe"],
  ["Jane Doe @janedoe", "Jane Doe"],
  ["Jane Doe <jane@courier.example>", "Jane Doe"],
  ["By Jane Doe | March 14, 2024", "Jane Doe"],
  ["Jane Doe • 5 min read", "Jane Doe"],
  ["By Jane Doe - Updated 14 March", "Jane Doe"],
  ["Jean-Pierre O’Neill-Smith", "Jean-Pierre O’Neill-Smith"],
  ["山田太郎", "山田太郎"],
  ["نجيب محفوظ", "نجيب محفوظ"],
  ["Jane Doe, Jane Doe", "Jane Doe"],
  ["Byron Bay", "Byron Bay"],
  ["Vonda Shepard", "Vonda Shepard"],
];

for (const [text, ...writers] of cases)
  test(`the writers of “${text}” are read`, () => {
    assert.deepEqual(
      readByline(text),
      writers.map((writer) => {
        const [name, place, role] = typeof writer === "string" ? [writer, null] : writer;
        return { name, place, role: role ?? null };
      }),
    );
  });

for (const text of [
  "",
  "   ",
  "By",
  "admin",
  "https://social.example/courier",
  "14 March 2024",
  "a ".repeat(900),
])
  test(`no writer is invented from “${text.slice(0, 40)}”`, () => {
    assert.deepEqual(readByline(text), []);
  });

test("a hostile byline takes no longer than a plain one", () => {
  const started = processorTime();
  for (const piece of ["A in ", "and ", ", ", "(", "by ", "A of ", "@", "Aa Bb in ", "<@"]) {
    readByline(piece.repeat(100_000));
    readByline(piece.repeat(Math.floor(390 / piece.length)));
  }
  assert.ok(processorTime() - started < 1000);
});
