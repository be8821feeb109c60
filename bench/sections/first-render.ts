import { openNewsroom, type Newsroom } from "../../src/server/newsroom.ts";
import { bigAddress, bigCount, bigNewsroom } from "../big-newsroom.ts";
import { figuresOf, percentile } from "../figures.ts";
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
  const story: number[] = [];
  for (const at of spaced) story.push(await timed(newsroom, bigAddress(at)));
  const rows: [string, readonly number[]][] = [["a story, each another", story]];
  for (const [name, addressOf] of Object.entries(lists)) {
    const times: number[] = [];
    for (let at = 0; at < listsAsked; at++) {
      newsroom.cache.change(new Set(["everything"]));
      times.push(await timed(newsroom, addressOf(at)));
    }
    rows.push([name, times]);
  }
  return rows;
}

async function timed(newsroom: Newsroom, address: string): Promise<number> {
  const started = performance.now();
  const answer = await newsroom.answer(
    new Request(`https://paper.example${address}`, { headers: { "accept-encoding": "gzip" } }),
  );
  await answer.arrayBuffer();
  const took = performance.now() - started;
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  return took;
}

function report(rows: readonly (readonly [string, readonly number[]])[]): string[] {
  const ms = (value: number) => value.toFixed(1);
  const p99 = (times: readonly number[]) =>
    percentile(
      times.toSorted((a, b) => a - b),
      0.99,
    );
  const story = rows[0]?.[1] ?? [];
  return [
    "From the request to the last byte of the packed page, one after the other, in the newsroom's own process: matched,",
    "loaded, rendered, packed with gzip. Nothing is warmed up first, so the slowest stories are the first ones asked for.",
    "",
    ...table(
      ["milliseconds", "pages", "median", "99th percentile", "slowest"],
      rows.map(([what, times]) => {
        const { median, high } = figuresOf(times);
        return [what, String(times.length), ms(median), ms(p99(times)), ms(high)];
      }),
    ),
    "",
    `Aim: a story under 10 ms at the 99th percentile: ${verdict(p99(story) < 10)}.`,
  ];
}
