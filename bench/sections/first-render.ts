import { openNewsroom, type Newsroom } from "../../src/server/newsroom.ts";
import { bigAddress, bigCount, bigNewsroom } from "../big-newsroom.ts";
import { percentile } from "../figures.ts";
import { table, verdict, type Section } from "../section.ts";

const storiesAsked = 1000;
const listsAsked = 200;

export const section: Section = {
  name: "first-render",
  title: "First render, nothing in the page cache, 100,000 stories in the store",
  order: 2,
  async measure() {
    const data = await bigNewsroom();
    const newsroom = await openNewsroom({ data, databaseUrl: null, origin: "https://paper.example" });
    try {
      return report(await measured(newsroom));
    } finally {
      await newsroom.close();
    }
  },
};

const lists = {
  "the front": () => "/",
  "a section": (at: number) => ["/world", "/politics", "/sport"][at % 3] ?? "/world",
  "a person": () => "/by/editors-desk",
  "a partner": () => "/partner/northern-wire",
  "a search": (at: number) => `/search?q=${["harbour", "village treaty", "sluice"][at % 3]}`,
} as const;

async function measured(newsroom: Newsroom) {
  const spaced = Array.from({ length: storiesAsked }, (_, at) => at * Math.floor(bigCount / storiesAsked));
  const story: Took[] = [];
  for (const at of spaced) story.push(await timed(newsroom, bigAddress(at)));
  const rows: [string, readonly Took[]][] = [["a story, each another", story]];
  for (const [name, addressOf] of Object.entries(lists)) {
    const times: Took[] = [];
    for (let at = 0; at < listsAsked; at++) {
      newsroom.cache.change(new Set(["everything"]));
      times.push(await timed(newsroom, addressOf(at)));
    }
    rows.push([name, times]);
  }
  return rows;
}

/** Milliseconds by the clock, and of processor time of the main thread. */
type Took = { readonly clock: number; readonly cpu: number };

async function timed(newsroom: Newsroom, address: string): Promise<Took> {
  const before = process.threadCpuUsage();
  const started = performance.now();
  const answer = await newsroom.answer(
    new Request(`https://paper.example${address}`, { headers: { "accept-encoding": "gzip" } }),
  );
  await answer.arrayBuffer();
  const clock = performance.now() - started;
  const { user, system } = process.threadCpuUsage(before);
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  return { clock, cpu: (user + system) / 1000 };
}

function report(rows: readonly (readonly [string, readonly Took[]])[]): string[] {
  const ms = (value: number) => value.toFixed(1);
  const of = (took: readonly Took[], what: keyof Took) =>
    took.map((each) => each[what]).toSorted((a, b) => a - b);
  const story = rows[0]?.[1] ?? [];
  const [clock, cpu] = [percentile(of(story, "clock"), 0.99), percentile(of(story, "cpu"), 0.99)];
  return [
    "From the request to the last byte of the packed page, one after the other, in the newsroom's own process: matched,",
    "loaded, rendered, packed with gzip. Nothing is warmed up first, so the slowest stories are the first ones asked for.",
    "By the clock, and by the processor time of the main thread, which other work on the machine sways less.",
    "",
    ...table(
      [
        "milliseconds",
        "pages",
        "median",
        "99th percentile",
        "slowest",
        "median, processor",
        "99th, processor",
      ],
      rows.map(([what, took]) => [
        what,
        String(took.length),
        ...[0.5, 0.99, 1].map((share) => ms(percentile(of(took, "clock"), share))),
        ...[0.5, 0.99].map((share) => ms(percentile(of(took, "cpu"), share))),
      ]),
    ),
    "",
    `Aim: a story under 10 ms at the 99th percentile: by the clock ${verdict(clock < 10)} (${ms(clock)}), by processor time ${verdict(cpu < 10)} (${ms(cpu)}).`,
  ];
}
