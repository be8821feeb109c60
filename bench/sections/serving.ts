import { cpuSeconds } from "../cpu-time.ts";
import { alternate, figuresOf, spread, type Figures } from "../figures.ts";
import { startBare, startNginx, type Peer } from "../peers.ts";
import { table, verdict, type Section } from "../section.ts";
import { seedNewsroom } from "../seed-newsroom.ts";
import { provide } from "../tools.ts";
import { requestsPerSecond } from "../wrk.ts";

const rounds = 7;
const seconds = 3;
const connections = [1, 64];

export const section: Section = {
  name: "serving",
  title: "Story page from the page cache",
  order: 1,
  async measure() {
    provide("nginx", "wrk", "taskset");
    const { peer: newsroom, story, says } = await seedNewsroom(4801);
    const address = `${newsroom.origin}${story}`;
    const bytes = new Uint8Array(await (await fetch(address, plain)).arrayBuffer());
    const [nginx, bare] = [await startNginx(4802, bytes), await startBare(4803, bytes)];
    const contestants = {
      newsroom: { peer: newsroom, address },
      nginx: { peer: nginx, address: `${nginx.origin}/story.html` },
      bare: { peer: bare, address: `${bare.origin}/` },
    };
    try {
      await same(contestants, bytes.length);
      const rows: Row[] = [];
      for (const count of connections) rows.push(await measured(contestants, count));
      return report(rows, { says, length: bytes.length });
    } finally {
      for (const { peer } of Object.values(contestants)) await peer.stop();
    }
  },
};

type Name = "newsroom" | "nginx" | "bare";
type Contestants = Readonly<Record<Name, { readonly peer: Peer; readonly address: string }>>;
/** Requests for a second of the clock, and for a second of processor time of the server. */
type Row = { readonly connections: number; readonly clock: Rates; readonly cpu: Rates };
type Rates = Readonly<Record<Name, Figures>>;

const plain = { headers: { "accept-encoding": "identity" } };

async function same(contestants: Contestants, length: number): Promise<void> {
  for (const { address } of Object.values(contestants)) {
    const answer = await fetch(address, plain);
    const there = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200 || there !== length)
      throw new Error(`${address} answered ${answer.status} with ${there} bytes, not ${length}.`);
  }
}

async function measured(contestants: Contestants, count: number): Promise<Row> {
  const cpu: Record<Name, number[]> = { newsroom: [], nginx: [], bare: [] };
  const load = (name: Name) => async () => {
    const { peer, address } = contestants[name];
    const before = cpuSeconds(peer.process.pid);
    const rate = await requestsPerSecond(address, count, seconds);
    cpu[name].push((rate * seconds) / (cpuSeconds(peer.process.pid) - before));
    return rate;
  };
  const clock = await alternate(
    { newsroom: load("newsroom"), nginx: load("nginx"), bare: load("bare") },
    rounds,
  );
  const figures = {
    newsroom: figuresOf(cpu.newsroom),
    nginx: figuresOf(cpu.nginx),
    bare: figuresOf(cpu.bare),
  };
  return { connections: count, clock, cpu: figures };
}

function report(rows: readonly Row[], { says, length }: { says: string; length: number }): string[] {
  const line = (what: string, { newsroom, nginx, bare }: Rates) => [
    what,
    ...[newsroom, nginx, bare].map((each) => spread(each)),
    ratio(newsroom, nginx).toFixed(2),
    ratio(newsroom, bare).toFixed(2),
  ];
  const full = rows.find((row) => row.connections === 64);
  return [
    `The page is ${says}, ${(length / 1024).toFixed(1)} KiB unpacked; all three send the same bytes with no coding. Each server`,
    `has one core, wrk the other; ${rounds} rounds of ${seconds} seconds in turn. nginx: one worker, descriptors cached, sendfile.`,
    "Bare: node:http with the bytes in memory and two headers, where the newsroom sends eleven.",
    "",
    ...table(
      ["requests a second", "newsroom", "nginx", "bare node:http", "of nginx", "of bare"],
      rows.flatMap(({ connections: count, clock, cpu }) => [
        line(`${count} open, by the clock`, clock),
        line(`${count} open, by the server's processor time`, cpu),
      ]),
    ),
    "",
    ...(full ? aims(full) : []),
  ];
}

const aims = ({ clock, cpu }: Row) =>
  (
    [
      ["by the clock", clock],
      ["by processor time, which other work on the machine sways less", cpu],
    ] as const
  ).map(([how, { newsroom, nginx, bare }]) => {
    const [ofNginx, ofBare] = [ratio(newsroom, nginx), ratio(newsroom, bare)];
    return `- Aims at 64, ${how}: 0.7 of nginx: ${verdict(ofNginx >= 0.7)} (${ofNginx.toFixed(2)}); 0.95 of bare node:http: ${verdict(ofBare >= 0.95)} (${ofBare.toFixed(2)}).`;
  });

const ratio = (one: Figures, other: Figures) => one.median / other.median;
