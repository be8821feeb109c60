import { createHash } from "node:crypto";
import { hours, type Instant } from "../../src/base/clock.ts";
import { idsBy } from "../../src/base/ids.ts";
import { outboundBy } from "../../src/outbound/client.ts";
import { usualRules } from "../../src/outbound/rules.ts";
import type { Event } from "../../src/store/tables/events.ts";
import type { Source } from "../../src/store/tables/sources.ts";
import { agreementPresets } from "../../src/story/agreement-presets.ts";
import { newSource } from "../../src/wire/poll-new-source.ts";
import type { PolledCopy, PollRoom, TakenIn } from "../../src/wire/poll-room.ts";
import { pollSource } from "../../src/wire/poll-source.ts";
import { aPartner } from "./a-partner.ts";
import { openFaultServer, type FaultServer, type Script } from "./fault-server.ts";
import { pretendNetwork, type PretendNetwork } from "./pretend-network.ts";

export type PollHouse = AsyncDisposable & {
  readonly room: PollRoom;
  readonly server: FaultServer;
  readonly network: PretendNetwork;
  readonly sources: Map<string, Source>;
  readonly events: Event[];
  /** What the intake was handed, in order. */
  readonly taken: PolledCopy[];
  /** Sets the answer of the intake; without it every body that differs is one new item. */
  intake: ((copy: PolledCopy) => TakenIn) | null;
  /** The source "wire" as saved. */
  source(): Source;
  /** Answers with `script`, lets `later` milliseconds pass, polls the source "wire" and gives what became of it. */
  poll(script?: Script, later?: number): Promise<string>;
  now(): Instant;
};

export const feedAddress = "http://wire.example/feed";

/** Polling with tables in memory, a clock that stands still until told, and a fault server as the partner. */
export async function pollHouse(): Promise<PollHouse> {
  let now = Date.UTC(2026, 10, 2, 8);
  const clock = { now: () => now };
  const server = await openFaultServer();
  const network = pretendNetwork({ 80: server.port });
  const sources = new Map<string, Source>();
  const events: Event[] = [];
  const taken: PolledCopy[] = [];
  const seen = new Set<string>();
  const wanted = {
    id: "wire",
    partner: "p1",
    address: feedAddress,
    everyMinutes: 30,
    section: null,
    publishes: false,
  };
  sources.set("wire", newSource(wanted, now));
  const tables = {
    sources: {
      find: async (id: string) => sources.get(id),
      findByAddress: async (address: string) =>
        [...sources.values()].find((each) => each.address === address),
      list: async () => [...sources.values()],
      set: async (source: Source) => void sources.set(source.id, source),
      remove: async (id: string) => void sources.delete(id),
    },
    events: {
      add: async (...more: Event[]) => void events.push(...more),
      listOf: async () => [],
      list: async () => [],
    },
  };
  const partners = { ...noPartners, find: async () => partner };
  const house: PollHouse = {
    server,
    network,
    sources,
    events,
    taken,
    intake: null,
    room: {
      outbound: outboundBy({ ...network, clock, rules: { ...usualRules, limits: shortLimits } }),
      store: { read: { partners }, together: (work) => work(tables) },
      clock,
      ids: idsBy(clock),
      chance: () => 0,
      intake: async (copy) => {
        taken.push(copy);
        if (house.intake !== null) return house.intake(copy);
        const hash = createHash("sha256").update(copy.bytes).digest("hex");
        const became = seen.has(hash) ? "same" : "new";
        seen.add(hash);
        return { became: "filed", items: [{ became }] };
      },
    },
    source() {
      const source = sources.get("wire");
      if (source === undefined) throw new Error("the source is gone");
      return source;
    },
    async poll(script, later = hours(1)) {
      now += later;
      if (script !== undefined) server.scripts.set(new URL(house.source().address).pathname, script);
      return (await pollSource(house.source(), house.room)).became;
    },
    now: () => now,
    [Symbol.asyncDispose]: () => server.close(),
  };
  return house;
}

const shortLimits = { ...usualRules.limits, firstByte: 150, total: 400 };

const partner = aPartner({ id: "p1", slug: "wire", name: "Wire", agreement: agreementPresets.own });
const noPartners = {
  find: async () => undefined,
  findBySlug: async () => undefined,
  findByName: async () => undefined,
  list: async () => [],
  set: async () => undefined,
};
