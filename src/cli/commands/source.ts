import { toIso } from "../../base/clock.ts";
import { addSource } from "../../server/add-source.ts";
import type { Newsroom } from "../../server/newsroom.ts";
import type { Source } from "../../store/tables/sources.ts";
import type { Command, Given } from "../command.ts";
import { refuse } from "../refusals.ts";
import { plainLine, sayAnswer } from "../say-answer.ts";

export const command: Command = {
  name: "source",
  says: "Have an address polled for copy, and see how the sources are doing",
  usage:
    "add ADDRESS [--partner NAME] [--section NAME] [--every MINUTES] [--publish] | list | pause SOURCE | resume SOURCE | remove SOURCE",
  options: {
    partner: { value: "NAME", says: "whose copy it is (as the feed says, else its host)" },
    section: { value: "NAME", says: "where its stories belong unless the copy says" },
    every: { value: "MINUTES", says: "how often to look (15)" },
    publish: { says: "publish what the agreement and the checks allow" },
  },
  in: "newsroom",
  async run(given, newsroom) {
    const [act = "", word] = given.words;
    if (act === "list" && word === undefined) return list(given, newsroom);
    if (act === "add" && word !== undefined) return add(given, word, newsroom);
    const change = changes[act];
    if (change === undefined || word === undefined)
      throw refuse("command-misspelt", {
        detail: { why: "say add ADDRESS, list, pause, resume or remove SOURCE", name: "source" },
      });
    const source = await findSource(word, newsroom);
    await change(source, newsroom);
    await sayAnswer(
      given,
      { id: source.id, address: source.address, did: act },
      `${source.address}: done (${act})`,
    );
    return 0;
  },
};

const changes: Readonly<Record<string, (source: Source, newsroom: Newsroom) => Promise<void>>> = {
  pause: async (source, newsroom) => setPaused(source, true, newsroom),
  resume: async (source, newsroom) => setPaused(source, false, newsroom),
  remove: async ({ id }, { store }) => store.together(async ({ sources }) => sources.remove(id)),
};

async function setPaused({ id }: Source, paused: boolean, { store, clock }: Newsroom): Promise<void> {
  await store.together(async ({ sources, jobs }) => {
    const source = await sources.find(id);
    if (source === undefined) return;
    await sources.set({ ...source, paused, nextTryAt: paused ? source.nextTryAt : clock.now() });
    if (!paused) await jobs.add({ kind: "poll-source", key: id, dueAt: clock.now() });
  });
}

async function findSource(word: string, { store }: Newsroom): Promise<Source> {
  const source = (await store.read.sources.find(word)) ?? (await store.read.sources.findByAddress(word));
  if (source === undefined) throw refuse("source-unknown", { detail: { name: word } });
  return source;
}

async function add(given: Given, address: string, newsroom: Newsroom): Promise<0 | 1> {
  const everyMinutes = Number(given.text("every") ?? "15");
  if (!Number.isInteger(everyMinutes) || everyMinutes < 1 || everyMinutes > 1440)
    throw refuse("command-misspelt", { detail: { why: "--every takes 1 to 1440 minutes", name: "source" } });
  const wanted = {
    address,
    everyMinutes,
    partner: given.text("partner") ?? null,
    section: given.text("section") ?? null,
    publishes: given.has("publish"),
  };
  const added = await addSource(wanted, newsroom);
  if ("refused" in added)
    throw refuse("source-refused", { detail: { address, why: added.says.replace(/\.$/, "") } });
  const { source, partner } = added;
  await sayAnswer(
    given,
    {
      id: source.id,
      address: source.address,
      partner: partner.name,
      everyMinutes,
      publishes: source.publishes,
    },
    `${partner.name} is polled every ${everyMinutes} minutes at ${source.address}\n${plainLine(partner.agreement.says)}`,
  );
  return 0;
}

async function list(given: Given, { store }: Newsroom): Promise<0> {
  const sources = await store.read.sources.list();
  const partners = new Map((await store.read.partners.list()).map(({ id, name }) => [id, name]));
  const answer = sources.map((source) => ({
    id: source.id,
    address: source.address,
    partner: partners.get(source.partner) ?? null,
    everyMinutes: source.everyMinutes,
    paused: source.paused,
    publishes: source.publishes,
    lastGoodAt: isoOrNull(source.lastGoodAt),
    lastItemAt: isoOrNull(source.lastItemAt),
    nextTryAt: toIso(source.nextTryAt),
    lastError: source.lastError === null ? null : { ...source.lastError, at: toIso(source.lastError.at) },
  }));
  const lines = answer.map(
    ({ partner, address, ...each }) => `${partner ?? ""}  ${address}\n    ${healthOf(each)}`,
  );
  await sayAnswer(given, answer, lines.join("\n") || "Nothing is polled yet.");
  return 0;
}

type Health = { paused: boolean; lastError: { says: string; at: string } | null; lastGoodAt: string | null };

function healthOf({ paused, lastError, lastGoodAt }: Health): string {
  if (paused) return "paused";
  if (lastError !== null) return `not well since ${lastError.at}: ${plainLine(lastError.says)}`;
  return lastGoodAt === null ? "not asked yet" : `well, last read ${lastGoodAt}`;
}

const isoOrNull = (instant: number | null) => (instant === null ? null : toIso(instant));
