import { paper as paperSchema } from "../../src/site/paper.ts";
import type { Partner } from "../../src/store/tables/partners.ts";
import type { Person } from "../../src/store/tables/people.ts";
import { agreementPresets } from "../../src/story/agreement-presets.ts";
import type { Section } from "../../src/story/section.ts";
import { aWireItem } from "./a-wire-item.ts";
import { at } from "./look-makers.ts";
import { quaySource } from "./look-quay.ts";
import { arabic, embargoed, ended, killed, quay, stories } from "./look-stories.ts";
import type { Edition } from "./look-tables.ts";

export const lookPaper = paperSchema.parse({
  name: "The Harbour Courier",
  language: "en-GB",
  zone: "Europe/Copenhagen",
  place: "Saltmere and the Delta",
  established: "1884",
  says: "News of Saltmere, its harbour and the Delta.",
  owner:
    "The Harbour Courier belongs to the Harbour Courier Society, 11,420 readers with one vote each. No member may hold more than one share.",
  correctionsPolicy: "We say what was wrong, when we mended it, and on every page that showed it.",
  adsPolicy: "Every advertisement says that it is one. None of them follows you.",
  editor: "Sunniva Aske",
});

const sections: Section[] = [
  { slug: "news", name: "News", tone: "news", rank: 1, says: "Saltmere, the harbour, the islands" },
  { slug: "world", name: "World", tone: "world", rank: 2, says: "With Northern Wire and Delta Dispatch" },
  {
    slug: "politics",
    name: "Politics",
    tone: "politics",
    rank: 3,
    says: "City hall, the council, the vote of 4 March",
  },
  {
    slug: "business",
    name: "Business",
    tone: "business",
    rank: 4,
    says: "The port, the mills, the high street",
  },
  { slug: "sport", name: "Sport", tone: "sport", rank: 5, says: "Reports, tables, fixtures" },
  { slug: "opinion", name: "Opinion", tone: "opinion", rank: 6, says: "" },
  { slug: "culture", name: "Culture", tone: "culture", rank: 7, says: "" },
  { slug: "life", name: "Life", tone: "life", rank: 8, says: "" },
];

const partners: Partner[] = [
  {
    id: "northern",
    slug: "northern-wire",
    name: "Northern Wire",
    home: "https://northernwire.example/",
    says: "A cooperative agency of eleven papers on the north shore. Its reporters sign their copy.",
    agreement: { ...agreementPresets.contract, index: "own" },
  },
  {
    id: "delta",
    slug: "delta-dispatch",
    name: "Delta Dispatch",
    home: "https://deltadispatch.example/",
    says: "A daily of the upper Delta.",
    agreement: agreementPresets["guardian-open"],
  },
];

const person = (slug: string, name: string, role: string, avatar: string | null): Person => ({
  id: slug,
  slug,
  name,
  role,
  says: "",
  avatar,
  account: null,
});
const people: Person[] = [
  {
    ...person(
      "editors-desk",
      "Editors’ Desk",
      "The desk that takes, checks and publishes partners’ copy",
      "art:desk",
    ),
    says: "Eleven editors in three shifts. Write to them about anything on a page they handled.",
    account: "house",
  },
  {
    ...person("liv-santangelo", "Liv Santangelo", "Columnist", "art:face-1"),
    says: "Liv Santangelo came to Saltmere for a summer in 2009 and writes on Thursdays about what keeps people here.",
  },
  person("bertil-okafor", "Bertil Okafor", "Former pilot", "art:face-2"),
  person("yasmin-thorne", "Yasmin Thorne", "Teaches law at Saltmere", "art:face-3"),
  person("edvard-quill", "Edvard Quill", "On the allotments", "art:face-4"),
];

export const lookEdition: Edition = {
  zone: lookPaper.zone,
  sections,
  partners,
  people,
  stories: [...stories, arabic, killed, ended, embargoed],
  versions: [
    {
      id: "version-saltmere-quay",
      wireItem: "item-saltmere-quay",
      copy: "copy-1",
      format: "ninjs",
      receivedAt: at("05:56"),
      hash: "0",
      flagged: false,
      item: aWireItem({
        headline: "Eastern quay wall is moving, survey finds",
        standfirst: quay.copy.standfirst,
        byline: quay.copy.byline,
        body: quaySource,
      }),
    },
  ],
};

/** Addresses of one page of each kind. */
export const lookAddresses = {
  front: "/",
  story: "/news/2026/11/19/eastern-quay",
  blocks: "/politics/2026/11/19/who-knew-council-asks-for-the-minutes",
  summary: "/world/2026/11/19/upper-lissel-agrees-to-let-the-river-flood-its-own-fields-fi",
  arabic: "/world/2026/11/16/arabic",
  killed: "/world/2026/11/18/killed",
  ended: "/world/2026/10/10/ended",
  changes: "/news/2026/11/19/eastern-quay/changes",
  section: "/politics",
  person: "/by/liv-santangelo",
  account: "/by/editors-desk",
  partner: "/partner/northern-wire",
  partners: "/partner",
  topic: "/topic/harbour-board",
  search: "/search?q=quay",
  nothingFound: "/search?q=zeppelin",
  corrections: "/corrections",
} as const;
