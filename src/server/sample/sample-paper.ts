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
  for (const writer of writers) await tables.people.set(person(writer));
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

type Writer = Pick<Person, "slug" | "name" | "role" | "says"> & { readonly face?: string };

const person = ({ face, ...who }: Writer): Person => ({
  ...who,
  id: `sample-${who.slug}`,
  avatar: face === undefined ? null : `art:${face}`,
  account: who.slug === "editors-desk" ? "house" : null,
});

const writers: readonly Writer[] = [
  {
    slug: "editors-desk",
    name: "Editors Desk",
    role: "House account",
    says: "The editors who take in partners’ copy, check it, and answer for what we changed. It never signs as a writer.",
    face: "desk",
  },
  {
    slug: "liv-santangelo",
    name: "Liv Santangelo",
    role: "Columnist",
    says: "Came to Saltmere for a year, in 2011. Writes on Thursdays.",
    face: "face-1",
  },
  {
    slug: "bertil-okafor",
    name: "Bertil Okafor",
    role: "Former pilot",
    says: "Brought 9,000 ships past the mole and writes about the tenth.",
    face: "face-2",
  },
  {
    slug: "yasmin-thorne",
    name: "Yasmin Thorne",
    role: "Teaches law at Saltmere",
    says: "On courts, councils and the manners that hold both up.",
    face: "face-3",
  },
  {
    slug: "edvard-quill",
    name: "Edvard Quill",
    role: "On the allotments",
    says: "Plot 41, under the gasworks wall.",
    face: "face-4",
  },
  {
    slug: "maren-solbakk",
    name: "Maren Solbakk",
    role: "Political reporter",
    says: "Has covered city hall since 2014, when she counted the tellers’ tea.",
  },
  {
    slug: "petra-lindqvist-amari",
    name: "Petra Lindqvist Amari",
    role: "Food and homes",
    says: "Cooks it first, then writes it down.",
  },
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
