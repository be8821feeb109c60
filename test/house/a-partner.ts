import { agreementPresets } from "../../src/story/agreement-presets.ts";
import type { Agreement } from "../../src/story/agreement.ts";
import type { Partner } from "../../src/store/tables/partners.ts";

/** A partner under a contract. */
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
  ...agreementPresets.contract,
  keeps: { byline: true, links: true },
  ...overrides,
});
