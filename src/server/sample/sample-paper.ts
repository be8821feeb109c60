import { agreementPresets } from "../../story/agreement-presets.ts";
import type { Section } from "../../story/section.ts";
import type { Tables } from "../../store/tables.ts";
import type { Person } from "../../store/tables/people.ts";
import type { Partner } from "../../store/tables/partners.ts";
import type { Paper } from "../../site/paper.ts";

/** The invented paper of the sample edition: what it is called, its sections, its people and its two partners. */
export async function layOutPaper(tables: Tables): Promise<void> {
  await tables.settings.set("paper", harbourCourier);
  for (const section of sections) await tables.sections.set(section);
  for (const person of people) await tables.people.set(person);
  for (const partner of partners) await tables.partners.set(partner);
  tables.touched("settings", "fronts");
}

const harbourCourier: Paper = {
  name: "The Harbour Courier",
  language: "en-GB",
  direction: "ltr",
  zone: "Europe/Copenhagen",
  place: "Saltmere and the Delta",
  established: "1884",
  says: "News of Saltmere and the Delta, and the day in the harbour.",
  owner:
    "The Harbour Courier belongs to the Harbour Courier Society, 11,420 readers with one vote each. No member may hold more than one share.",
  correctionsPolicy:
    "We say what was wrong, when we mended it, and on every page that showed it. Write to the readers’ editor, Sunniva Aske.",
  adsPolicy: "Every advertisement we carry says that it is one, and who paid. None of them follows you.",
  editor: "Sunniva Aske",
};

const named: readonly [slug: Section["tone"], name: string, says: string][] = [
  ["news", "News", "The city and the water"],
  ["world", "World", "With Northern Wire and Delta Dispatch"],
  ["politics", "Politics", "City hall, the council, the vote of 4 March"],
  ["business", "Business", "The port, the mills, the high street"],
  ["sport", "Sport", "Reports, tables, fixtures"],
  ["opinion", "Opinion", "Our columnists and readers"],
  ["culture", "Culture", "Stage, page and pipe"],
  ["life", "Life", "Food, homes, gardens"],
];
const sections: readonly Section[] = named.map(([slug, name, says], at) => ({
  slug,
  name,
  tone: slug,
  rank: at + 1,
  says,
}));

const writer = (
  slug: string,
  name: string,
  role: string,
  says: string,
  avatar: string | null = null,
): Person => ({
  id: `sample-${slug}`,
  slug,
  name,
  role,
  says,
  avatar,
  account: null,
});

const people: readonly Person[] = [
  {
    ...writer(
      "editors-desk",
      "Editors Desk",
      "House account",
      "The editors who take in partners’ copy, check it, and answer for what we changed. It never signs as a writer.",
      "art:desk",
    ),
    account: "house",
  },
  writer(
    "liv-santangelo",
    "Liv Santangelo",
    "Columnist",
    "Came to Saltmere for a year, in 2011. Writes on Thursdays.",
    "art:face-1",
  ),
  writer(
    "bertil-okafor",
    "Bertil Okafor",
    "Former pilot",
    "Brought 9,000 ships past the mole and writes about the tenth.",
    "art:face-2",
  ),
  writer(
    "yasmin-thorne",
    "Yasmin Thorne",
    "Teaches law at Saltmere",
    "On courts, councils and the manners that hold both up.",
    "art:face-3",
  ),
  writer(
    "edvard-quill",
    "Edvard Quill",
    "On the allotments",
    "Plot 41, under the gasworks wall.",
    "art:face-4",
  ),
  writer(
    "maren-solbakk",
    "Maren Solbakk",
    "Political reporter",
    "Has covered city hall since 2014, when she counted the tellers’ tea.",
  ),
  writer(
    "petra-lindqvist-amari",
    "Petra Lindqvist Amari",
    "Food and homes",
    "Cooks it first, then writes it down.",
  ),
];

const partner = (
  name: string,
  slug: string,
  preset: "own" | "contract" | "agency",
  says: string,
): Partner => ({
  id: `sample-${slug}`,
  slug,
  name,
  home: `https://${slug.replaceAll("-", "")}.example/`,
  says,
  agreement: agreementPresets[preset],
});

const partners: readonly Partner[] = [
  partner("The Harbour Courier", "harbour-courier", "own", "Our own reporters."),
  partner(
    "Northern Wire",
    "northern-wire",
    "contract",
    "A cooperative of eleven coastal papers, with reporters from Ostrand to the Skerries.",
  ),
  partner(
    "Delta Dispatch",
    "delta-dispatch",
    "agency",
    "A small agency that has covered the lower Lissel, its villages and its courts since 1952.",
  ),
];
