import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request } from "node:http";
import { judge, type Verdict } from "../lighthouse.ts";
import { lookAtPages, type Looked } from "../look-at-pages.ts";
import { table, verdict, type Section } from "../section.ts";
import { seedNewsroom } from "../seed-newsroom.ts";

const most = 14 * 1024;
const categories = ["performance", "accessibility", "best-practices", "seo"];

export const section: Section = {
  name: "page-weight",
  title: "Weight and worth of the pages",
  order: 5,
  async measure() {
    const { peer, story, says } = await seedNewsroom(4821);
    try {
      const weight = await weightOf(peer.origin, story);
      const paths = await pathsOf(peer.origin, story);
      const looked = await lookAtPages(peer.origin, paths);
      const judged: [string, Verdict | string][] = [];
      for (const [name, path] of Object.entries(paths))
        judged.push([name, await judgeOne(`${peer.origin}${path}`)]);
      return [...reportWeight(weight, says), "", ...reportLooks(looked), "", ...reportJudged(judged)];
    } finally {
      await peer.stop();
    }
  },
};

/** One of each kind of page. */
async function pathsOf(origin: string, story: string): Promise<Readonly<Record<string, string>>> {
  return {
    "story (the seed)": story,
    front: "/",
    section: "/news",
    person: "/by/editors-desk",
    partner: "/partner/northern-wire",
    search: "/search?q=harbour",
    corrections: "/corrections",
    "killed story": await killedStory(origin),
  };
}

// The sample edition has one; the page of changes tells where it stood.
async function killedStory(origin: string): Promise<string> {
  const texts = await Promise.all(
    ["/corrections", "/changes", "/"].map(async (path) => (await fetch(origin + path)).text()),
  );
  const linked = new Set(texts.join("").match(/\/[a-z-]+\/\d{4}\/\d\d\/\d\d\/[\w-]+/g));
  for (const path of linked) if ((await fetch(origin + path)).status === 410) return path;
  return "/news/2000/01/01/never-there";
}

type Weight = { readonly html: number; readonly gzip: number; readonly brotli: number; readonly css: string };

async function weightOf(origin: string, path: string): Promise<Weight> {
  const html = (await bytesOf(origin + path, "identity")).bytes;
  const gzip = await bytesOf(origin + path, "gzip");
  let brotli = await bytesOf(origin + path, "br");
  // It is packed the denser way once two readers could take it so.
  for (let tries = 0; tries < 50 && brotli.coding !== "br"; tries++) {
    await new Promise((done) => setTimeout(done, 50));
    brotli = await bytesOf(origin + path, "br");
  }
  if (!gunzipSync(gzip.bytes).equals(html) || !brotliDecompressSync(brotli.bytes).equals(html))
    throw new Error("The packed pages do not hold the same bytes as the plain one.");
  const text = html.toString("utf8");
  const sheets = text.match(/<link[^>]+rel="?stylesheet/g)?.length ?? 0;
  const css = sheets === 0 ? "all of its style inside" : `and ${sheets} style sheets more`;
  return { html: html.length, gzip: gzip.bytes.length, brotli: brotli.bytes.length, css };
}

/** What is sent, undecoded. */
async function bytesOf(address: string, coding: string): Promise<{ bytes: Buffer; coding: string }> {
  return new Promise((done, failed) => {
    const asked = request(address, { headers: { "accept-encoding": coding } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () =>
        done({ bytes: Buffer.concat(chunks), coding: answer.headers["content-encoding"] ?? "identity" }),
      );
    });
    asked.once("error", failed).end();
  });
}

async function judgeOne(address: string): Promise<Verdict | string> {
  try {
    const [found] = await judge([address], 4829);
    return found === undefined || Number.isNaN(found.lcp) ? "it answers with an error, as it should" : found;
  } catch (cause) {
    // Lighthouse refuses pages that answer with an error, which a killed story does.
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function reportWeight({ html, gzip, brotli, css }: Weight, says: string): string[] {
  return [
    `The story page is ${says}: HTML with ${css}.`,
    "",
    ...table(
      ["bytes as sent", "HTML and CSS"],
      [
        ["brotli", String(brotli)],
        ["gzip", String(gzip)],
        ["no coding", String(html)],
      ],
    ),
    "",
    `Aim: under 14 KB (${most} bytes) compressed: brotli ${verdict(brotli < most)}, gzip ${verdict(gzip < most)}.`,
  ];
}

function reportLooks(looked: readonly Looked[]): string[] {
  const faults = looked.flatMap(({ name, violations }) => violations.map((each) => `- ${name}: ${each}`));
  return [
    "In Chromium at 390 pixels, light and dark:",
    "",
    ...table(
      ["page", "script bytes", "requests to others", "requests", "axe violations"],
      looked.map(({ name, script, outside, requests, violations }) => [
        name,
        ...[script, outside, requests, violations.length].map(String),
      ]),
    ),
    "",
    `Aims: no script ${verdict(looked.every(({ script }) => script === 0))}; nobody else asked ${verdict(looked.every(({ outside }) => outside === 0))}; axe finds nothing ${verdict(faults.length === 0)}.`,
    ...faults,
  ];
}

function reportJudged(judged: readonly (readonly [string, Verdict | string])[]): string[] {
  const given = judged.flatMap(([, found]) => (typeof found === "string" ? [] : [found]));
  const all = judged.every(
    ([page, found]) =>
      typeof found === "string" ||
      categories.every((name) => found.scores[name] === 100 || (page === "search" && name === "seo")),
  );
  const faults = judged.flatMap(([name, found]) =>
    typeof found === "string"
      ? [`- ${name}: Lighthouse did not judge it: ${found.split("\n")[0]}`]
      : found.failed.length > 0
        ? [`- ${name}: ${found.failed.join(", ")}`]
        : [],
  );
  return [
    "Lighthouse, mobile profile:",
    "",
    ...table(
      ["page", ...categories, "LCP in s", "CLS"],
      judged.flatMap(([name, found]) =>
        typeof found === "string"
          ? []
          : [
              [
                name,
                ...categories.map((each) => String(found.scores[each])),
                (found.lcp / 1000).toFixed(2),
                found.cls.toFixed(3),
              ],
            ],
      ),
    ),
    "",
    `Aims: 100 in all four ${verdict(all)}, where search is kept from search engines on purpose and only there SEO may be less; LCP under 1.2 s ${verdict(given.every(({ lcp }) => lcp < 1200))}; CLS 0 ${verdict(given.every(({ cls }) => cls === 0))}.`,
    ...(faults.length > 0 ? ["", "What Lighthouse would have better:", "", ...faults] : []),
  ];
}
