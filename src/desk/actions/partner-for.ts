import type { Ids } from "../../base/ids.ts";
import type { Agreement, AgreementPreset } from "../../story/agreement.ts";
import { agreementPresets } from "../../story/agreement-presets.ts";
import { slugOf } from "../../story/slug.ts";
import type { Tables } from "../../store/tables.ts";
import type { Partner } from "../../store/tables/partners.ts";

type PartnerFacts = {
  readonly name: string;
  /** Applies only where the partner is new; without it nothing may be published until a person says what was agreed. */
  readonly preset?: Exclude<AgreementPreset, "custom">;
  readonly home?: string | null;
};

// A licence that belongs to one publisher tells where it lives, so that even copy without an address can link back.
const presetHomes: Partial<Record<AgreementPreset, string>> = {
  "guardian-open": "https://www.theguardian.com/",
};

/** The partner of this name, as it is; else a new one under the preset. Inside the caller's transaction. */
export async function partnerFor(
  { name, preset = "ask-first", home = null }: PartnerFacts,
  tables: Tables,
  ids: Ids,
): Promise<Partner> {
  const known = await tables.partners.findByName(name);
  if (known) return known;
  const partner: Partner = {
    id: ids.next(),
    slug: await freeSlug(slugOf(name) || "partner", tables),
    name: name.trim(),
    home: home ?? presetHomes[preset] ?? null,
    says: "",
    agreement: agreementPresets[preset],
  };
  await tables.partners.set(partner);
  tables.touched(`partner:${partner.slug}`);
  return partner;
}

/** Says what was agreed with a partner. What is live stays so; the next publishing and the next version are held to it. */
export async function setAgreement(
  { partner, agreement }: { readonly partner: Partner; readonly agreement: Agreement },
  tables: Tables,
): Promise<Partner> {
  const after = { ...partner, agreement, home: partner.home ?? presetHomes[agreement.preset] ?? null };
  if (JSON.stringify(partner.agreement) === JSON.stringify(agreement)) return partner;
  await tables.partners.set(after);
  tables.touched(`partner:${partner.slug}`);
  return after;
}

async function freeSlug(slug: string, { partners }: Tables): Promise<string> {
  let free = slug;
  for (let count = 2; await partners.findBySlug(free); count++) free = `${slug}-${count}`;
  return free;
}
