import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openNewsroom, type Newsroom } from "../../src/server/newsroom.ts";
import { takeIn } from "../../src/server/take-in.ts";
import { bareChain } from "../bare-chain.ts";
import { feedOf } from "../feed-of.ts";
import { alternate, figuresOf, spread } from "../figures.ts";
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
  let round = 0;
  const figures = await alternate(
    {
      bare: async () => bareChain(feedOf(count, `bare-${++round}`)),
      drafts: async () => wholeLine(newsroom, `drafts-${round}`, { publishes: false, search }),
      published: async () => wholeLine(newsroom, `published-${round}`, { publishes: true, search }),
    },
    rounds,
  );
  return { ...figures, search: spread(figuresOf(search)) };
}

type How = { readonly publishes: boolean; readonly search: number[] };

/** Items a second from bytes to committed stories. The search entries follow the commit and are timed apart. */
async function wholeLine(
  newsroom: Newsroom,
  salt: string,
  { publishes, search }: How = { publishes: true, search: [] },
): Promise<number> {
  const bytes = new TextEncoder().encode(feedOf(count, salt));
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

function report({ bare, drafts, published, search }: Measured): string[] {
  const row = (what: string, figures: Measured["bare"]) => [
    what,
    spread(figures),
    (figures.median / bare.median).toFixed(2),
  ];
  const ratio = drafts.median / bare.median;
  return [
    `Items of about 5 KB; ${rounds} rounds in turn. The whole line: bytes kept in a commit of their own, parsed in the`,
    "worker, made into blocks, filed, taken by the desk, checked, stored with revision and events; every commit synced.",
    "The bare chain (feedsmith, sanitize-html, one upsert transaction at full durability) runs in one thread; the whole",
    "line reads in a second one.",
    "",
    ...table(
      ["items a second", "median (lowest–highest)", "of the bare chain"],
      [row("the bare chain", bare), row("into drafts", drafts), row("and published", published)],
    ),
    "",
    `Aim: 0.5 of the bare chain: ${verdict(ratio >= 0.5)} (${ratio.toFixed(2)}); never under 1,000: ${verdict(Math.min(drafts.low, published.low) >= 1000)}.`,
    `The search entries of the 1,000 stories are made after the commit, a few at a time: ${search} ms more.`,
  ];
}
