import assert from "node:assert/strict";
import { test } from "node:test";
import type { Section } from "../story/section.ts";
import { sectionChooser } from "./section-chooser.ts";

const sections: Section[] = [
  { slug: "news", name: "News", tone: "news", rank: 1, says: "" },
  { slug: "europe", name: "Europe", tone: "world", rank: 2, says: "" },
  { slug: "sport", name: "Sport & Games", tone: "sport", rank: 3, says: "" },
];
const choose = sectionChooser(sections);
const subject = (name: string, code = "") => ({ scheme: "", code, name });

test("the section asked for comes before the one the copy names", () => {
  assert.equal(choose({ section: "Europe", subjects: [] }, "sport")?.slug, "sport");
  assert.equal(choose({ section: "Europe", subjects: [] }, "no-such")?.slug, "europe");
});

test("a section is known by its name or its address", () => {
  assert.equal(choose({ section: "Sport & Games", subjects: [] }, null)?.slug, "sport");
  assert.equal(choose({ section: "EUROPE", subjects: [] }, null)?.slug, "europe");
});

test("where no section is named, subjects tell, by name or by media topic", () => {
  assert.equal(
    choose({ section: null, subjects: [subject("Weather"), subject("Europe")] }, null)?.slug,
    "europe",
  );
  assert.equal(
    choose({ section: null, subjects: [subject("football", "medtop:15000000")] }, null)?.slug,
    "sport",
  );
});

test("copy that says nothing goes to the first section; a paper without sections has none", () => {
  assert.equal(choose({ section: null, subjects: [] }, null)?.slug, "news");
  assert.equal(sectionChooser([])({ section: null, subjects: [] }, null), undefined);
});
