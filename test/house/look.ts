// Renders pages with literal views to files and photographs them, for eyes:
//   node test/house/look.ts [--only story,front] [--to FOLDER]
// Prints per page the bytes, sideways scroll from 320 to 1920 px and what axe finds.
import { createServer } from "node:http";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "playwright-core";
import { Refusal } from "../../src/base/refusal.ts";
import { assets } from "../../src/site/assets.ts";
import { renderRefusal } from "../../src/site/render-refusal.ts";
import { lookAddresses, lookEdition, lookPaper } from "./look-edition.ts";
import { show, siteOf } from "./look-site.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    to: { type: "string" },
    serve: { type: "boolean" },
    quick: { type: "boolean" },
  },
});
const folder = values.to ?? join(import.meta.dirname, "../../data/look");
const only = values.only?.split(",");
const widths = [390, 820, 1440];
const empty = { ...lookEdition, stories: [] };
const special: Record<string, () => Promise<string>> = {
  "/empty": async () => text(await show("/", siteOf(empty))),
  "/rtl": async () =>
    text(await show("/", siteOf(lookEdition, { paper: { ...lookPaper, direction: "rtl" } }))),
  "/rtl-story": async () =>
    text(await show(lookAddresses.story, siteOf(lookEdition, { paper: { ...lookPaper, direction: "rtl" } }))),
  "/not-found": async () => refusalPage(404),
  "/broken": async () => refusalPage(500),
};
const addresses: Record<string, string> = {
  ...lookAddresses,
  ...Object.fromEntries(Object.keys(special).map((path) => [path.slice(1), path])),
};

const text = (shown: Awaited<ReturnType<typeof show>>) =>
  "text" in shown ? shown.text : `moved to ${shown.moved}`;

function refusalPage(status: 404 | 500): string {
  const says =
    status === 404
      ? "There is no page at this address; check it, or search for the story."
      : "The page could not be made.";
  const refused = { status, code: "x", says, id: status === 500 ? "01jd4k2m" : null };
  return renderRefusal(refused, {
    paper: lookPaper,
    origin: "https://courier.example",
    chrome: { sections: lookEdition.sections },
  });
}

async function answer(address: string): Promise<{ status: number; type: string; body: string | Uint8Array }> {
  const asset = assets().get(address);
  if (asset) return { status: 200, type: asset.type, body: asset.bytes };
  const made = special[address];
  if (made) return { status: 200, type: "text/html; charset=utf-8", body: await made() };
  const shown = await show(address, siteOf());
  return "moved" in shown
    ? { status: 404, type: "text/plain", body: "" }
    : { status: shown.status, type: shown.type, body: shown.text };
}

const server = createServer((request, response) => {
  answer(request.url ?? "/").then(
    ({ status, type, body }) => {
      const packed = gzipSync(body);
      const keep = assets().has(request.url ?? "") ? "max-age=31536000, immutable" : "no-cache";
      response
        .writeHead(status, { "content-type": type, "content-encoding": "gzip", "cache-control": keep })
        .end(packed);
    },
    (cause: unknown) => {
      const status = cause instanceof Refusal ? cause.status : 500;
      if (status === 500) console.error(cause);
      response.writeHead(status).end(String(cause));
    },
  );
});
await new Promise<void>((resolve) => server.listen(values.serve ? 4010 : 0, "127.0.0.1", resolve));
// `address()` is an object for a TCP server.
const { port } = server.address() as AddressInfo;
if (values.serve) console.log(`http://127.0.0.1:${port}`);
else await photographAll();

async function photographAll(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const args =
    "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync";
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: args.split(" ") });
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const [name, address] of Object.entries(addresses)) {
    if (only && !only.includes(name)) continue;
    const { body } = await answer(address);
    await writeFile(join(folder, `${name}.html`), body);
    console.log(`${name}: ${body.length} characters, ${gzipSync(body).length} bytes compressed`);
    await photograph(browser, { name, address, axe });
  }
  await browser.close();
  server.close();
  server.closeAllConnections();
}

type Sitter = { readonly name: string; readonly address: string; readonly axe: string };

async function photograph(browser: Browser, { name, address, axe }: Sitter): Promise<void> {
  for (const scheme of values.quick ? (["light"] as const) : (["light", "dark"] as const)) {
    const page = await browser.newPage({ colorScheme: scheme, bypassCSP: true });
    const wrong: string[] = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`http://127.0.0.1:${port}${address}`);
      await page.evaluate(async () => {
        for (const image of document.images) image.loading = "eager";
        await Promise.all([...document.images].map((image) => image.decode().catch(() => null)));
        await document.fonts.ready;
      });
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`), fullPage: true });
      for (const finding of await findings(page, axe)) console.log(`  axe ${width} ${scheme}: ${finding}`);
    }
    if (scheme === "light") await sideways(page);
    if (scheme === "light" && !values.quick) {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 820, height: 900 });
      await page.screenshot({ path: join(folder, `${name}-print.png`), fullPage: true });
      await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4" });
    }
    for (const each of wrong.filter((line) => !line.includes("410"))) console.log(`  console: ${each}`);
    await page.close();
  }
}

async function findings(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    // axe puts itself on the window; its own types are not loaded here.
    const { axe: run } = window as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
      };
    };
    const { violations } = await run.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id} ${html.slice(0, 140)} ${failureSummary?.slice(0, 200)}`),
    );
  });
}

async function sideways(page: Page): Promise<void> {
  const wide: number[] = [];
  for (const width of [320, 360, 480, 600, 640, 768, 820, 1024, 1216, 1280, 1440, 1920, 3840]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    if (over) wide.push(width);
  }
  if (wide.length > 0) console.log(`  scrolls sideways at ${wide.join(", ")}`);
}
