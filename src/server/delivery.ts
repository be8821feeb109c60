import { partnerFor, setAgreement } from "../desk/actions/partner-for.ts";
import type { AgreementPreset } from "../story/agreement.ts";
import { agreementPresets } from "../story/agreement-presets.ts";
import { tones, type Section } from "../story/section.ts";
import { slugOf } from "../story/slug.ts";
import type { Tables } from "../store/tables.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { ParsedCopy } from "../wire/parse-copy.ts";
import type { Newsroom } from "./newsroom.ts";
import { refuse } from "./refusals.ts";

/** Copy handed to the newsroom, by hand or by a poll, and what is wanted of it. */
export type Delivery = {
  readonly bytes: Uint8Array;
  /** File name, address or "standard input". */
  readonly origin: string;
  readonly contentType: string | null;
  readonly address: string | null;
  /** A partner's name; null = as the copy names its source, else the host of its address. */
  readonly partner: string | null;
  /** Counts only for a partner that is new, or of whom nobody has said yet what was agreed. */
  readonly preset: Exclude<AgreementPreset, "custom"> | null;
  /** A section's name; made where there is none of it. */
  readonly section: string | null;
  readonly publishes: boolean;
};

/** Whose copy it is: the partner named, else as the copy names its source, else the host it came from; made where new. */
export async function partnerOf(
  { partner: named, preset, address }: Delivery,
  read: ParsedCopy,
  { tables, newsroom }: { tables: Tables; newsroom: Newsroom },
): Promise<Partner> {
  const host = address === null ? null : (URL.parse(address)?.hostname.replace(/^www\./, "") ?? null);
  const name = named ?? sourceNameOf(read) ?? host;
  if (name === null || name.trim() === "") throw refuse("partner-needed");
  const known = await tables.partners.findByName(name);
  if (known) return agreedWith(known, preset, tables);
  const home = "unreadable" in read ? null : (read.feed?.home ?? null);
  return partnerFor({ name, home, ...(preset === null ? {} : { preset }) }, tables, newsroom.ids);
}

// Where nobody had said what was agreed, this is how somebody says it; what was agreed is never changed by importing.
async function agreedWith(known: Partner, preset: Delivery["preset"], tables: Tables): Promise<Partner> {
  if (preset === null || known.agreement.preset === preset) return known;
  if (known.agreement.agreed)
    throw refuse("agreement-stands", { detail: { partner: known.name, preset: known.agreement.preset } });
  return setAgreement({ partner: known, agreement: agreementPresets[preset] }, tables);
}

function sourceNameOf(read: ParsedCopy): string | null {
  if ("unreadable" in read) return null;
  const named = read.items.find((each) => "item" in each && each.item.source.name);
  return (named && "item" in named ? named.item.source.name : null) ?? read.feed?.title ?? null;
}

/** The slug of the section asked for, made where missing. A paper without any gets the one its first copy names. */
export async function sectionOf(
  { section }: Delivery,
  read: ParsedCopy,
  tables: Tables,
): Promise<string | null> {
  const there = await tables.sections.list();
  const name = section ?? (there.length === 0 ? (firstSectionIn(read) ?? "News") : null);
  if (name === null) return null;
  const slug = slugOf(name);
  if (!there.some((each) => each.slug === slug)) {
    const rank = Math.max(0, ...there.map((each) => each.rank)) + 1;
    const made: Section = {
      slug,
      name: name.trim(),
      tone: tones[there.length % tones.length] ?? "news",
      rank,
      says: "",
    };
    await tables.sections.set(made);
    tables.touched("settings", `section:${slug}`);
  }
  return section === null ? null : slug;
}

function firstSectionIn(read: ParsedCopy): string | null {
  if ("unreadable" in read) return null;
  const found = read.items.find((each) => "item" in each && each.item.section);
  return found && "item" in found ? found.item.section : null;
}
