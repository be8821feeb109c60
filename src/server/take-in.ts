import { createHash } from "node:crypto";
import { followVersions, type Followed } from "../desk/actions/follow-versions.ts";
import { slugOf } from "../story/slug.ts";
import type { Partner } from "../store/tables/partners.ts";
import { intake, type IntakeOutcome } from "../wire/intake.ts";
import type { ParsedItem } from "../wire/format.ts";
import type { ParsedCopy } from "../wire/parse-copy.ts";
import { says as wireSays } from "../wire/refusals.ts";
import type { CopyBeingRead } from "../wire/wire-room.ts";
import { addRecheckJob } from "./recheck-job.ts";
import { addPictureJobs } from "./story-pictures.ts";
import { partnerOf, sectionOf, type Delivery } from "./delivery.ts";
import type { Newsroom } from "./newsroom.ts";

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
  const reason = whyNoStory(read);
  if (reason !== null) return { partner: null, outcome: await setAside(copy, reason, newsroom) };
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
        await addRecheckJob(tables, { followed, partner, now: clock.now() });
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

type Reason = { readonly code: string; readonly says: string };

// Copy without a readable story makes no partner and no section.
function whyNoStory(read: ParsedCopy): Reason | null {
  if ("unreadable" in read) return { code: "copy-unreadable", says: read.unreadable };
  if (read.items.some((each) => "item" in each)) return null;
  const [first] = read.items;
  if (first === undefined || "item" in first)
    return { code: "copy-without-stories", says: wireSays("copy-without-stories") };
  const detail = { count: read.items.length, first: first.refused.replace(/[.\s]+$/, "") };
  return { code: "no-item-readable", says: wireSays("no-item-readable", detail) };
}

async function setAside(copy: string, reason: Reason, { store }: Newsroom): Promise<IntakeOutcome<Followed>> {
  await store.together(async ({ copies }) => copies.setAside(copy, reason.says));
  return { became: "set-aside", copy, ...reason };
}

function inOnePiece(read: ParsedCopy): CopyBeingRead {
  if ("unreadable" in read) return read;
  const { format, damage, items } = read;
  return { format, damage, chunks: chunksOf(items), ended: Promise.resolve(null) };
}

async function* chunksOf(items: readonly ParsedItem[]) {
  for (let at = 0; at < items.length; at += 250) yield items.slice(at, at + 250);
}

function countsOf(outcome: IntakeOutcome<Followed>): Readonly<Record<string, unknown>> {
  if (outcome.became === "set-aside") return { became: "set-aside", copy: outcome.copy, says: outcome.says };
  const became = Object.groupBy(outcome.items, (each) => each.became);
  return {
    format: outcome.format,
    ...Object.fromEntries(Object.entries(became).map(([name, items]) => [name, items.length])),
  };
}
