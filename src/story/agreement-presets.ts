import type { Agreement, AgreementPreset } from "./agreement.ts";

type Preset = Exclude<AgreementPreset, "custom">;

const contract: Agreement = {
  preset: "contract",
  agreed: true,
  extent: { kind: "full" },
  editing: "light",
  pictures: "allowed",
  keeps: { byline: true, links: false },
  creditLine: "Source: {partner}",
  linkBack: true,
  recheckMinutes: 60,
  stayDays: null,
  index: "noindex-news",
  ads: true,
  onwardUse: false,
  says: "By contract: the full text with its pictures, lightly edited; byline, credit and a link to the partner stay.",
};

/**
 * What we may do with copy until somebody says otherwise, by name. `{partner}` in a credit line is the partner's
 * name. An editor sets single terms afterwards; the agreement is then "custom".
 */
export const agreementPresets: Readonly<Record<Preset, Agreement>> = {
  own: {
    ...contract,
    preset: "own",
    editing: "free",
    keeps: { byline: false, links: false },
    creditLine: null,
    linkBack: false,
    recheckMinutes: null,
    index: "own",
    onwardUse: true,
    says: "Our own copy: everything is ours to decide.",
  },
  contract,
  // The Guardian's open licence of 2022: quotes of 100 words, or 500 words on a personal, non-commercial site;
  // bylines and links kept, a courtesy line under it, no photographs, no advertising beside it.
  "guardian-open": {
    ...contract,
    preset: "guardian-open",
    extent: { kind: "words", most: 500 },
    editing: "none",
    pictures: "refused",
    keeps: { byline: true, links: true },
    creditLine: "Courtesy of Guardian News & Media Ltd",
    recheckMinutes: 24 * 60,
    index: "noindex",
    ads: false,
    says: "The open licence of 2022: up to 500 words on a personal site, unaltered, byline and links kept, with the courtesy line.",
  },
  "cc-by": {
    ...contract,
    preset: "cc-by",
    editing: "free",
    creditLine: "{partner}, under the licence CC BY",
    recheckMinutes: 24 * 60,
    index: "canonical",
    onwardUse: true,
    says: "Creative Commons attribution: anything goes as long as writer, source and licence are named and linked.",
  },
  "cc-by-nd": {
    ...contract,
    preset: "cc-by-nd",
    editing: "none",
    creditLine: "{partner}, under the licence CC BY-ND",
    recheckMinutes: 24 * 60,
    index: "canonical",
    onwardUse: true,
    says: "Creative Commons without derivatives: passed on whole and unaltered, with writer, source and licence named and linked.",
  },
  agency: {
    ...contract,
    preset: "agency",
    keeps: { byline: false, links: false },
    creditLine: "{partner}",
    linkBack: false,
    recheckMinutes: 15,
    stayDays: 30,
    index: "own",
    says: "Agency service: full text and pictures for 30 days, lightly edited, credited, not passed on.",
  },
  "ask-first": {
    ...contract,
    preset: "ask-first",
    agreed: false,
    extent: { kind: "summary" },
    editing: "none",
    pictures: "refused",
    keeps: { byline: true, links: true },
    recheckMinutes: null,
    index: "noindex",
    ads: false,
    says: "Nobody has said yet what was agreed with this partner, so nothing is published.",
  },
};

/** The credit as printed: the agreement's wording with the partner's name in it; null where none is asked for. */
export const creditLineOf = ({ creditLine }: Agreement, partnerName: string): string | null =>
  creditLine === null ? null : creditLine.replaceAll("{partner}", partnerName);
