import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { spawn, type ChildProcess } from "node:child_process";
import { bigAddress, bigCount, bigNewsroom } from "../big-newsroom.ts";
import { feedOf } from "../feed-of.ts";
import { cpuSeconds } from "../cpu-time.ts";
import { alternate, figuresOf, spread, type Figures } from "../figures.ts";
import { mainFile } from "../peers.ts";
import { table, verdict, type Section } from "../section.ts";
import { command } from "../seed-newsroom.ts";

const port = 4811;
const rounds = 7;
const views = 1000;

export const section: Section = {
  name: "start",
  title: "Start and memory, 100,000 stories in the store",
  order: 4,
  async measure() {
    // An import changes the folder, and a second run must find it as the first did.
    const folder = mkdtempSync(join(tmpdir(), "offstone-bench-start-"));
    const data = join(folder, "data");
    cpSync(await bigNewsroom(), data, { recursive: true });
    try {
      const cpu: Record<Name, number[]> = { bare: [], story: [], front: [] };
      const clock = await alternate(
        {
          bare: async () => untilFirstPage({ program: ["-e", bareNode], path: "/", data, cpu: cpu.bare }),
          story: async () => untilFirstPage({ program, path: bigAddress(4242), data, cpu: cpu.story }),
          front: async () => untilFirstPage({ program, path: "/", data, cpu: cpu.front }),
        },
        rounds,
      );
      return report({ clock, cpu }, await memory(data, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const bareNode = `require("node:http").createServer((_, answer) => answer.end("up")).listen(${port}, "127.0.0.1")`;

type Name = "bare" | "story" | "front";
type Begin = {
  readonly program: readonly string[];
  readonly path: string;
  readonly data: string;
  readonly cpu: number[];
};

const program = [mainFile, "start"];

/** Milliseconds from the start of the process to the last byte of the first page it answers; its processor time goes to `cpu`. */
async function untilFirstPage({ program: words, path, data, cpu }: Begin): Promise<number> {
  const started = performance.now();
  const child = launch(words, data);
  await pageOf(path, child);
  const took = performance.now() - started;
  cpu.push(cpuSeconds(child.pid) * 1000);
  await stop(child);
  return took;
}

function launch(words: readonly string[], data: string): ChildProcess {
  const env = { ...process.env, PORT: String(port), OFFSTONE_DATA: data, DATABASE_URL: "", OFFSTONE_URL: "" };
  return spawn(process.execPath, words, { env, stdio: "ignore" });
}

async function pageOf(path: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The newsroom did not come up: exit ${child.exitCode}.`);
    const status = await ask(path).catch(() => null); // not listening yet
    if (status === 200) return;
    if (status !== null) throw new Error(`${path} answered ${status}.`);
    await wait(2);
  }
}

const agent = new Agent({ keepAlive: false });

async function ask(path: string): Promise<number> {
  return new Promise((done, failed) => {
    get({ host: "127.0.0.1", port, path, agent, headers: { "accept-encoding": "gzip" } }, (answer) => {
      answer.resume().once("end", () => done(answer.statusCode ?? 0));
    }).once("error", failed);
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

type Memory = { readonly what: string; readonly mb: number };

async function memory(data: string, folder: string): Promise<readonly Memory[]> {
  if (!existsSync("/proc/self/status")) return [];
  const child = launch(program, data);
  await pageOf(bigAddress(1), child);
  const seen: Memory[] = [];
  const note = (what: string) => seen.push({ what, mb: residentOf(child) });
  await wait(5000);
  note("idle, 5 s after the start and the first page");
  for (let at = 0; at < views; at++) await ask(bigAddress(at * Math.floor(bigCount / views)));
  note("right after 1,000 page views, each of another story");
  await wait(5000);
  note("5 s later");
  const file = join(folder, "feed.xml");
  writeFileSync(file, feedOf(1000, `memory-${Date.now()}`));
  await command(data, [
    "import",
    file,
    "--partner",
    "Northern Wire",
    "--section",
    "World",
    "--publish",
    "--json",
  ]);
  note("right after an import of 1,000 items");
  await wait(40_000); // the thread that reads is let go after 30 s
  note("40 s later");
  await stop(child);
  return seen;
}

/** Resident memory in MB (10^6 bytes), as the kernel counts it. */
function residentOf({ pid }: ChildProcess): number {
  const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kib) * 1024) / 1e6;
}

type Starts = {
  readonly clock: Readonly<Record<Name, Figures>>;
  readonly cpu: Readonly<Record<Name, readonly number[]>>;
};

function report({ clock, cpu }: Starts, seen: readonly Memory[]): string[] {
  const idle = seen[0]?.mb ?? NaN;
  return [
    `From the start of the process to the last byte of its first page; ${rounds} starts each, in turn; no core of its own.`,
    "",
    ...table(
      ["milliseconds", "by the clock", "of processor time"],
      (
        [
          ["newsroom, a story", "story"],
          ["newsroom, the front", "front"],
          ["bare node:http in the same Node, for comparison", "bare"],
        ] as const
      ).map(([what, name]) => [what, spread(clock[name]), spread(figuresOf(cpu[name]))]),
    ),
    "",
    `Aim: under 500 ms: by the clock ${verdict(slower(clock.story, clock.front) < 500)}, by processor time ${verdict(slower(figuresOf(cpu.story), figuresOf(cpu.front)) < 500)}.`,
    "",
    ...(seen.length === 0
      ? ["Resident memory is read from /proc and was not measured on this system."]
      : [
          ...table(
            ["resident memory", "MB"],
            seen.map(({ what, mb }) => [what, mb.toFixed(0)]),
          ),
          "",
          `Aim: under 130 MB idle: ${verdict(idle < 130)}.`,
        ]),
  ];
}

const slower = (one: Figures, other: Figures) => Math.max(one.median, other.median);
