import { minutes } from "../base/clock.ts";
import { noteSource, type SourceSeen } from "../desk/actions/note-source.ts";
import type { Page } from "../outbound/fetched.ts";
import type { Taken } from "../story/story.ts";
import type { WireVersion } from "../store/tables/wire-items.ts";
import type { Newsroom } from "./newsroom.ts";
import { takeIn } from "./take-in.ts";

/** What came of a look; "unknown": the source could not be read, so nothing is said of it. */
export type Rechecked = SourceSeen["source"] | "taken-in" | "unknown";

/** Looks at the page a live story was taken from, and takes in a newer version where the page is where it came from. */
export async function recheckStory(id: string, newsroom: Newsroom): Promise<Rechecked> {
  const { store } = newsroom;
  const story = await store.read.stories.find(id);
  const taken = story?.taken ?? null;
  const address = taken?.address ?? null;
  if (taken === null || address === null) return "unknown";
  const version = await store.read.wireItems.findVersion(story?.waitingVersion ?? taken.version);
  if (version === undefined) return "unknown";
  const seen = await lookAt(address, version, newsroom);
  if (seen === null) return "unknown";
  if ("newer" in seen) return takeNewer(seen.newer, taken, newsroom);
  const noted = { story: id, version: taken.version, seen };
  await store.together(async (tables) => noteSource(tables, noted, newsroom));
  return seen.source;
}

type Look = SourceSeen | { readonly newer: Page } | null;

async function lookAt(address: string, version: WireVersion, newsroom: Newsroom): Promise<Look> {
  const page = await (await newsroom.outbound()).fetchPage(address, { kind: "page" });
  if (page.became === "failed") return failedLook(page.code);
  if (page.became === "unchanged" || page.complete === "cut") return null;
  const contentType = page.headers["content-type"] ?? null;
  const read = await (await newsroom.parseRoom()).parse(page.bytes, { contentType, address: page.address });
  const [first] = "unreadable" in read ? [] : read.items;
  if (first === undefined || !("item" in first)) return null;
  return compared(page, first.item, version);
}

const failedLook = (code: string): Look =>
  code === "page-gone" ? { source: "gone" } : code === "answer-not-found" ? { source: "missing" } : null;

/** A page can be held against a version that came as a page word by word; against one of a feed by its hour alone. */
function compared(page: Page, now: WireVersion["item"], { item: ours, format }: WireVersion): Look {
  if (format === "web-page" && now.stableKey === ours.stableKey)
    return now.versionKey === ours.versionKey ? { source: "same" } : { newer: page };
  const known = ours.versionCreated ?? ours.publishedAt;
  const changed = now.versionCreated;
  if (changed !== null && known !== null && changed > known + minutes(1))
    return { source: "changed", at: changed };
  return { source: "same" };
}

async function takeNewer(page: Page, { partner: id }: Taken, newsroom: Newsroom): Promise<Rechecked> {
  const partner = await newsroom.store.read.partners.find(id);
  if (partner === undefined) return "unknown";
  const { bytes, address } = page;
  const contentType = page.headers["content-type"] ?? null;
  const wanted = { partner: partner.name, preset: null, section: null, publishes: false };
  await takeIn({ bytes, address, contentType, origin: address, ...wanted }, newsroom);
  return "taken-in";
}
