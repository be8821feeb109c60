import { join } from "node:path";
import { loadFolder } from "../../src/base/folder.ts";
import { idsBy } from "../../src/base/ids.ts";
import type { Clock, Instant } from "../../src/base/clock.ts";
import { type Followed, followVersions } from "../../src/desk/actions/follow-versions.ts";
import type { CopyCheck } from "../../src/desk/check.ts";
import type { Desk } from "../../src/desk/desk.ts";
import { agreementPresets } from "../../src/story/agreement-presets.ts";
import type { Filed } from "../../src/story/filed.ts";
import type { Section } from "../../src/story/section.ts";
import type { Story } from "../../src/story/story.ts";
import type { WireItem } from "../../src/story/wire-item.ts";
import type { Store } from "../../src/store/store.ts";
import type { Partner } from "../../src/store/tables/partners.ts";
import { aPartner } from "./a-partner.ts";

export const monday = Date.parse("2026-11-23T09:00:00Z");

const checks = await loadFolder<CopyCheck>(join(import.meta.dirname, "../../src/desk/checks"), "check");

/** A desk on a fresh store with two sections and one partner under contract, and a clock that is set by hand. */
export async function aDesk(store: Store) {
  let now: Instant = monday;
  const clock: Clock = { now: () => now, steady: () => now };
  const desk: Desk = { store, clock, ids: idsBy(clock), checks, zone: "Europe/London" };
  const { contract } = agreementPresets;
  const partner = aPartner({ slug: "harbour-post", name: "Harbour Post", home: null, agreement: contract });
  await store.together(async (tables) => {
    for (const each of sections) await tables.sections.set(each);
    await tables.partners.set(partner);
  });
  return { desk, partner, setClock: (to: Instant) => (now = to), ...wireOf(desk, partner) };
}

const sections: Section[] = [
  { slug: "news", name: "News", tone: "news", rank: 1, says: "" },
  { slug: "sport", name: "Sport", tone: "sport", rank: 2, says: "" },
];

/** Files versions as the wire does: the version is kept, then the desk follows it in the same transaction. */
function wireOf(desk: Desk, partner: Partner) {
  let count = 0;
  const known = new Map<string, number>();
  type Facts = { publishes?: boolean; section?: string; became?: Filed["became"]; partner?: Partner };

  async function arrive(items: readonly WireItem[], facts: Facts = {}): Promise<readonly Followed[]> {
    const owner = facts.partner ?? partner;
    return desk.store.together(async (tables) => {
      const filed: Filed[] = [];
      for (const item of items) {
        const wireItem = `wire-${item.stableKey}`;
        const became = facts.became ?? (known.has(wireItem) ? "update" : "new");
        known.set(wireItem, 1);
        const version = `version-${++count}`;
        const status = item.status;
        if (became === "new" || became === "update")
          await tables.wireItems.set({
            id: wireItem,
            partner: owner.id,
            stableKey: item.stableKey,
            currentVersion: version,
            status,
            section: null,
          });
        await tables.wireItems.addVersions([
          {
            id: version,
            wireItem,
            copy: "copy-1",
            format: "test",
            receivedAt: monday,
            hash: version,
            item,
            flagged: false,
          },
        ]);
        filed.push({ became, partner: owner.id, wireItem, version, item, flagged: false });
      }
      const { section = null, publishes = false } = facts;
      return followVersions(tables, filed, { partner: owner, section, publishes }, desk);
    });
  }

  /** One item arrives; hands back what was done and the story as it is kept now. */
  async function arriveOne(item: WireItem, facts: Facts = {}): Promise<Followed & { kept: Story }> {
    const [followed] = await arrive([item], facts);
    const kept = followed?.story ? await desk.store.read.stories.find(followed.story) : undefined;
    if (!followed || !kept) throw new Error("No story was taken.");
    return { ...followed, kept };
  }
  return { arrive, arriveOne };
}
