import type { Agreement } from "../../src/story/agreement.ts";
import type { Partner } from "../../src/store/tables/partners.ts";

/** A partner under a contract that allows everything an editor needs. */
export const aPartner = (overrides: Partial<Partner> = {}): Partner => ({
  id: "partner-1",
  slug: "the-partner",
  name: "The Partner",
  home: "https://partner.example/",
  says: "A paper of the next town.",
  agreement: anAgreement(),
  ...overrides,
});

export const anAgreement = (overrides: Partial<Agreement> = {}): Agreement => ({
  preset: "contract",
  agreed: true,
  extent: { kind: "full" },
  editing: "light",
  pictures: "allowed",
  keeps: { byline: true, links: true },
  creditLine: null,
  linkBack: true,
  recheckMinutes: 60,
  stayDays: null,
  index: "canonical",
  ads: true,
  onwardUse: false,
  says: "",
  ...overrides,
});
