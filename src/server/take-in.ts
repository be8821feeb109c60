import { createHash } from "node:crypto";
import { followVersions, type Followed } from "../desk/actions/follow-versions.ts";
import { partnerFor } from "../desk/actions/partner-for.ts";
import type { AgreementPreset } from "../story/agreement.ts";
import { tones, type Section } from "../story/section.ts";
import { slugOf } from "../story/slug.ts";
import type { Tables } from "../store/tables.ts";
import type { Partner } from "../store/tables/partners.ts";
import { intake, type IntakeOutcome } from "../wire/intake.ts";
import type { ParsedItem } from "../wire/format.ts";
import type { ParsedCopy } from "../wire/parse-copy.ts";
import type { CopyBeingRead } from "../wire/wire-room.ts";
import { addPictureJobs } from "./story-pictures.ts";
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
  /** Counts only for a partner that is new. */
  readonly preset: Exclude<AgreementPreset, "custom"> | null;
  /** A section's name; made where there is none of it. */
  readonly section: string | null;
  readonly publishes: boolean;
};

/** `partner` is null where the copy could not even be read. */
export type TakenIn = { readonly partner: Partner | null; readonly outcome: IntakeOutcome<Followed> };

/**
 * Takes copy in by the straight line: kept, read, filed, followed by the desk. Unreadable copy is an outcome and stays
 * set aside. Refuses "partner-needed" when nobody says whose it is, "agreement-stands" when one is given for a partner
 * that has one.
 */
export async function takeIn(delivery: Delivery, newsroom: Newsroom): Promise<TakenIn> {
  const settled = await settledFacts(delivery, newsroom);
  const taken = settled
    ? { partner: settled.partner, outcome: await fileFor(settled, { delivery, newsroom, read: null }) }
    : await readFirst(delivery, newsroom);
  const { origin } = delivery;
  newsroom.log.note("copy.taken-in", { origin, partner: taken.partner?.name, ...countsOf(taken.outcome) });
  return taken;
}

type Settled = { readonly partner: Partner; readonly section: string | null };

// Where partner and section are known beforehand, nothing need be read in the copy to file it.
async function settledFacts(
  { partner: name, preset, section }: Delivery,
  { store }: Newsroom,
): Promise<Settled | null> {
  const partner = name === null || preset !== null ? undefined : await store.read.partners.findByName(name);
  const slugs = (await store.read.sections.list()).map(({ slug }) => slug);
  const slug = section === null ? null : slugOf(section);
  if (partner === undefined || slugs.length === 0 || (slug !== null && !slugs.includes(slug))) return null;
  return { partner, section: slug };
}

async function readFirst(delivery: Delivery, newsroom: Newsroom): Promise<TakenIn> {
  const { copy, read } = await keepAndRead(delivery, newsroom);
  if ("unreadable" in read)
    return { partner: null, outcome: await setAside(copy, read.unreadable, newsroom) };
  const settled = await newsroom.store.together(async (tables) => ({
    partner: await partnerOf(delivery, read, { tables, newsroom }),
    section: await sectionOf(delivery, read, tables),
  }));
  return { partner: settled.partner, outcome: await fileFor(settled, { delivery, newsroom, read }) };
}

type Filing = { readonly delivery: Delivery; readonly newsroom: Newsroom; readonly read: ParsedCopy | null };

async function fileFor({ partner, section }: Settled, { delivery, newsroom, read }: Filing) {
  const { store, clock, ids } = newsroom;
  const desk = await newsroom.desk();
  const { bytes, origin, contentType, address, publishes } = delivery;
  return intake<Followed>(
    { bytes, origin, contentType, address, partner, section, publishes },
    {
      store,
      clock,
      ids,
      parseInChunks: async (copy, facts) =>
        read === null ? (await newsroom.parseRoom()).parseInChunks(copy, facts) : inOnePiece(read),
      async follow(tables, filed, facts) {
        const followed = await followVersions(tables, filed, facts, desk);
        await addPictureJobs(tables, { filed, followed, agreement: partner.agreement, now: clock.now() });
        return followed;
      },
    },
  );
}

// Whose copy it is may stand in the copy alone, so it is read before it is filed; the bytes are kept before either.
async function keepAndRead(delivery: Delivery, { store, clock, ids, parseRoom }: Newsroom) {
  const { bytes, origin, contentType, address } = delivery;
  const hash = createHash("sha256").update(bytes).digest("hex");
  const copy = await store.together(async ({ copies }) => {
    const before = await copies.findByHash(hash);
    if (before) return before.id;
    const id = ids.next();
    await copies.add({
      id,
      bytes,
      hash,
      receivedAt: clock.now(),
      origin,
      contentType,
      address,
      partner: null,
    });
    return id;
  });
  return { copy, read: await (await parseRoom()).parse(bytes, { contentType, address }) };
}

async function setAside(copy: string, why: string, { store }: Newsroom): Promise<IntakeOutcome<Followed>> {
  await store.together(async ({ copies }) => copies.setAside(copy, why));
  return { became: "set-aside", copy, code: "copy-unreadable", says: why };
}

function inOnePiece(read: ParsedCopy): CopyBeingRead {
  if ("unreadable" in read) return read;
  const { format, damage, items } = read;
  return { format, damage, chunks: chunksOf(items), ended: Promise.resolve(null) };
}

async function* chunksOf(items: readonly ParsedItem[]) {
  for (let at = 0; at < items.length; at += 250) yield items.slice(at, at + 250);
}

async function partnerOf(
  { partner: named, preset, address }: Delivery,
  read: ParsedCopy,
  { tables, newsroom }: { tables: Tables; newsroom: Newsroom },
): Promise<Partner> {
  const host = address === null ? null : (URL.parse(address)?.hostname.replace(/^www\./, "") ?? null);
  const name = named ?? sourceNameOf(read) ?? host;
  if (name === null || name.trim() === "") throw refuse("partner-needed");
  const known = await tables.partners.findByName(name);
  if (known && preset !== null && known.agreement.preset !== preset)
    throw refuse("agreement-stands", { detail: { partner: known.name, preset: known.agreement.preset } });
  const home = "unreadable" in read ? null : (read.feed?.home ?? null);
  return known ?? partnerFor({ name, home, ...(preset === null ? {} : { preset }) }, tables, newsroom.ids);
}

function sourceNameOf(read: ParsedCopy): string | null {
  if ("unreadable" in read) return null;
  const named = read.items.find((each) => "item" in each && each.item.source.name);
  return (named && "item" in named ? named.item.source.name : null) ?? read.feed?.title ?? null;
}

// A section that is asked for by name is made. A paper without any gets the one its first copy names.
async function sectionOf({ section }: Delivery, read: ParsedCopy, tables: Tables): Promise<string | null> {
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

function countsOf(outcome: IntakeOutcome<Followed>): Readonly<Record<string, unknown>> {
  if (outcome.became === "set-aside") return { became: "set-aside", copy: outcome.copy, says: outcome.says };
  const became = Object.groupBy(outcome.items, (each) => each.became);
  return {
    format: outcome.format,
    ...Object.fromEntries(Object.entries(became).map(([name, items]) => [name, items.length])),
  };
}
