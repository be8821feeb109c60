import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNewsroom, type Newsroom } from "../../src/server/newsroom.ts";
import { takeIn } from "../../src/server/take-in.ts";
import { bareChain } from "../bare-chain.ts";
import { feedOf } from "../feed-of.ts";
import { alternate, figuresOf, spread, type Figures } from "../figures.ts";
import { table, verdict, type Section } from "../section.ts";

const count = 1000;
const rounds = 9;
const partner = "Northern Wire";

export const section: Section = {
  name: "import",
  title: "Import of 1,000 feed items",
  order: 3,
  async measure() {
    const data = await mkdtemp(join(tmpdir(), "offstone-bench-import-"));
    const newsroom = await openNewsroom({ data, databaseUrl: null, origin: "https://paper.example" });
    try {
      // The first feed makes the partner and the section, and warms both up.
      for (const salt of ["first", "second", "third"]) await wholeLine(newsroom, salt);
      bareChain(feedOf(count, "warm"));
      return report(await measured(newsroom));
    } finally {
      await newsroom.close();
      await rm(data, { recursive: true, force: true });
    }
  },
};

async function measured(newsroom: Newsroom) {
  const search: number[] = [];
  const cpu: Record<Name, number[]> = { bare: [], drafts: [], published: [] };
  let round = 0;
  const clock = await alternate<Name>(
    {
      bare: async () => {
        const feed = feedOf(count, `bare-${++round}`);
        const before = process.cpuUsage();
        const rate = bareChain(feed);
        cpu.bare.push(perCpuSecond(before));
        return rate;
      },
      drafts: async () =>
        wholeLine(newsroom, `drafts-${round}`, { publishes: false, search, cpu: cpu.drafts }),
      published: async () =>
        wholeLine(newsroom, `published-${round}`, { publishes: true, search, cpu: cpu.published }),
    },
    rounds,
  );
  return { clock, cpu, search: spread(figuresOf(search)) };
}

type Name = "bare" | "drafts" | "published";

/** Items a second of processor time of all threads since then. */
function perCpuSecond(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return count / ((user + system) / 1e6);
}

type How = { readonly publishes: boolean; readonly search: number[]; readonly cpu: number[] };

/** Items a second from bytes to committed stories. The search entries follow the commit and are timed apart. */
async function wholeLine(
  newsroom: Newsroom,
  salt: string,
  { publishes, search, cpu }: How = { publishes: true, search: [], cpu: [] },
): Promise<number> {
  const bytes = new TextEncoder().encode(feedOf(count, salt));
  const before = process.cpuUsage();
  const started = performance.now();
  const { outcome } = await takeIn(
    {
      bytes,
      origin: `${salt}.xml`,
      contentType: "application/rss+xml",
      address: null,
      partner,
      preset: (await newsroom.store.read.partners.findByName(partner)) ? null : "contract",
      section: "World",
      publishes,
    },
    newsroom,
  );
  const took = performance.now() - started;
  cpu.push(perCpuSecond(before));
  const taken = outcome.became === "filed" ? outcome.items.filter(isTaken(publishes)).length : 0;
  if (taken !== count) throw new Error(`Of ${count} items ${taken} became stories.`);
  await newsroom.store.caughtUp();
  search.push(performance.now() - started - took);
  return count / (took / 1000);
}

type Items = Extract<Awaited<ReturnType<typeof takeIn>>["outcome"], { became: "filed" }>["items"];

const isTaken = (publishes: boolean) => (item: Items[number]) =>
  item.became === "new" &&
  item.followed?.did === "taken" &&
  (!publishes || item.followed.refusals.length === 0);

type Measured = Awaited<ReturnType<typeof measured>>;

function report({ clock, cpu, search }: Measured): string[] {
  const row = (what: string, name: Name) => [
    what,
    spread(clock[name]),
    share(clock[name], clock.bare),
    spread(figuresOf(cpu[name])),
    share(figuresOf(cpu[name]), figuresOf(cpu.bare)),
  ];
  const ratio = clock.drafts.median / clock.bare.median;
  return [
    `Items of about 5 KB; ${rounds} rounds in turn. The whole line: bytes kept in a commit of their own, parsed in the`,
    "worker, made into blocks, filed, taken by the desk, checked, stored with revision and events; every commit synced.",
    "The bare chain (feedsmith, sanitize-html, one upsert transaction at full durability) runs in one thread; the whole",
    "line reads in a second one, so the clock counts both cores where both are free, and processor time counts all threads.",
    "",
    ...table(
      ["items a second", "by the clock", "of the bare chain", "by processor time", "of the bare chain"],
      [row("the bare chain", "bare"), row("into drafts", "drafts"), row("and published", "published")],
    ),
    "",
    `Aim: 0.5 of the bare chain by the clock: ${verdict(ratio >= 0.5)} (${ratio.toFixed(2)}); never under 1,000 a second: ${verdict(Math.min(clock.drafts.low, clock.published.low) >= 1000)} (median ${clock.drafts.median.toFixed(0)}).`,
    "Each item is written four times where the chain writes it once (the partner's bytes, the version, the story, its first",
    "revision), is read letter by letter by the checks, and is made into blocks instead of filtered text.",
    `Search entries are made after the commits of an import, a few at a time: all can be found ${search} ms later.`,
  ];
}

const share = (one: Figures, other: Figures) => (one.median / other.median).toFixed(2);
