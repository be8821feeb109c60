import { slugOf } from "../story/slug.ts";
import type { Section } from "../story/section.ts";
import type { WireItem } from "../story/wire-item.ts";

/** The first two figures of an IPTC media topic say which part of a paper it belongs to. */
const tonesOfTopics: Readonly<Record<string, Section["tone"]>> = {
  "01": "culture",
  "04": "business",
  "08": "life",
  "10": "life",
  "11": "politics",
  "15": "sport",
};

export type ChooseSection = (
  item: Pick<WireItem, "section" | "subjects">,
  asked: string | null,
) => Section | undefined;

/**
 * Says which section a new story goes to: the one that was asked for, the one the copy names, one its subjects name,
 * one whose tone its media topics have, else the first of the masthead. Undefined where the paper has no section.
 */
export function sectionChooser(sections: readonly Section[]): ChooseSection {
  const named = new Map(
    sections.toReversed().flatMap((section) => [
      [slugOf(section.name), section],
      [section.slug, section],
    ]),
  );
  return ({ section, subjects }, asked) => {
    for (const name of [asked, section, ...subjects.map((subject) => subject.name)]) {
      const found = name === null || name.trim() === "" ? undefined : named.get(slugOf(name));
      if (found) return found;
    }
    const tones = subjects.map(({ code }) => tonesOfTopics[/(\d{2})\d{6}$/.exec(code)?.[1] ?? ""]);
    return sections.find(({ tone }) => tones.includes(tone)) ?? sections[0];
  };
}
