import { createHash } from "node:crypto";
import type { Page } from "../outbound/fetched.ts";
import type { Source } from "../store/tables/sources.ts";
import { readPageFacts } from "./discover-links.ts";
import { copyKind, hasEnd } from "./poll-copy-kind.ts";
import { failed, good, rhythm, validatorsOf } from "./poll-finding.ts";
import { refuse } from "./poll-refusals.ts";
import type { Finding, Polled, PollRoom, TakenIn } from "./poll-room.ts";
import { savePoll } from "./poll-save.ts";

/**
 * Polls a source once and writes down how it went (CASES NET-18 to NET-22). Copy is filed before validators are
 * kept, so a crash between the two only means reading the same again. Whatever comes, nothing that was taken before
 * is touched.
 */
export async function pollSource(source: Source, room: PollRoom): Promise<Polled> {
  const finding = await lookAt(source, room);
  return { became: finding.became, source: await savePoll(source, finding, room) };
}

async function lookAt(source: Source, room: PollRoom): Promise<Finding> {
  const { etag, lastModified, address } = source;
  const fetched = await room.outbound.fetchPage(address, { kind: "feed", etag, lastModified });
  switch (fetched.became) {
    case "failed":
      return failed(source, fetched, room);
    case "unchanged":
      return good(source, room, {
        hops: fetched.hops,
        change: validatorsOf(fetched.headers, source),
        fresh: 0,
      });
    case "fetched":
      return arrived(source, fetched, room);
  }
}

async function arrived(source: Source, page: Page, room: PollRoom): Promise<Finding> {
  if (copyKind(page.bytes) === "page") return failed(source, pageInstead(page), room);
  const isWhole = page.complete !== "cut" && hasEnd(page.bytes);
  const bodyHash = createHash("sha256").update(page.bytes).digest("hex");
  const memory = { ...source.memory, bodyHash };
  const validators = validatorsOf(page.headers);
  if (bodyHash === source.memory.bodyHash)
    return good(source, room, { hops: page.hops, change: { ...validators, memory }, fresh: 0 });
  const taken = await takeIn(source, page, room);
  if (taken.became === "set-aside") return failed(source, { ...taken, retryAt: null }, room);
  const fresh = taken.items.filter(({ became }) => became === "new" || became === "update").length;
  if (isWhole) return good(source, room, { hops: page.hops, change: { ...validators, memory }, fresh });
  const { code, says } = refuse("copy-cut");
  const cut = failed(source, { code, says, retryAt: null }, room);
  return fresh === 0 ? cut : { ...cut, change: { ...cut.change, ...rhythm(source, room.clock.now()) } };
}

async function takeIn(source: Source, page: Page, room: PollRoom): Promise<TakenIn> {
  const partner = await room.store.read.partners.find(source.partner);
  if (partner === undefined) throw new Error(`The source ${source.id} belongs to no partner.`);
  const contentType = page.headers["content-type"] ?? null;
  const { bytes, address } = page;
  const { section, publishes } = source;
  return room.intake({ bytes, origin: source.address, contentType, address, partner, section, publishes });
}

function pageInstead({ bytes, address }: Page) {
  const { title } = readPageFacts(bytes, address);
  const { code, says } = refuse("page-instead-of-feed", { detail: { title: title || "without a title" } });
  return { code, says, retryAt: null };
}
