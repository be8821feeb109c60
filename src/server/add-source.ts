import { partnerFor } from "../desk/actions/partner-for.ts";
import { slugOf } from "../story/slug.ts";
import type { Partner } from "../store/tables/partners.ts";
import type { Source } from "../store/tables/sources.ts";
import { discoverFeed } from "../wire/discover-feed.ts";
import { newSource } from "../wire/poll-new-source.ts";
import type { Newsroom } from "./newsroom.ts";

export type WantedSource = {
  readonly address: string;
  readonly everyMinutes: number;
  readonly partner: string | null;
  readonly section: string | null;
  readonly publishes: boolean;
};

/** Finds the feed of an address and has it polled from now on. An address that is polled already stays as it is. */
export async function addSource(
  wanted: WantedSource,
  newsroom: Newsroom,
): Promise<{ source: Source; partner: Partner } | { refused: string; says: string }> {
  const found = await discoverFeed(wanted.address, { outbound: await newsroom.outbound() });
  if (found.became === "refused") return { refused: found.code, says: found.says };
  const { address, title, home } = found;
  const host = URL.parse(address)?.hostname.replace(/^www\./, "") ?? address;
  const { store, ids, clock } = newsroom;
  return store.together(async (tables) => {
    const known = await tables.sources.findByAddress(address);
    const owner = known && (await tables.partners.find(known.partner));
    if (known && owner) return { source: known, partner: owner };
    const partner = await partnerFor({ name: wanted.partner ?? (title || host), home }, tables, ids);
    const { everyMinutes, publishes, section } = wanted;
    const asked = { id: ids.next(), partner: partner.id, address, everyMinutes, publishes };
    const source = newSource({ ...asked, section: section === null ? null : slugOf(section) }, clock.now());
    await tables.sources.set(source);
    await tables.jobs.add({ kind: "poll-source", key: source.id, dueAt: clock.now() });
    const says = { source: source.id, address };
    await tables.events.add({
      id: ids.next(),
      at: clock.now(),
      what: "source.added",
      story: null,
      by: partner.id,
      says,
    });
    return { source, partner };
  });
}
