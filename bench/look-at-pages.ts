import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { z } from "zod";
import { openBrowser } from "../test/house/chromium.ts";

/** What a browser did with one page. `outside` counts requests to other origins; `violations` what axe found. */
export type Looked = {
  readonly name: string;
  readonly script: number;
  readonly requests: number;
  readonly outside: number;
  readonly violations: readonly string[];
};

/** Opens each page in Chromium, light and dark, counts what it loads and lets axe look at it. */
export async function lookAtPages(
  origin: string,
  paths: Readonly<Record<string, string>>,
): Promise<readonly Looked[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const browser = await openBrowser();
  try {
    const looked: Looked[] = [];
    for (const [name, path] of Object.entries(paths))
      looked.push({ name, ...(await look(browser, { address: origin + path, origin, axe })) });
    return looked;
  } finally {
    await browser.close();
  }
}

type Wanted = { readonly address: string; readonly origin: string; readonly axe: string };

async function look(browser: Browser, { address, origin, axe }: Wanted): Promise<Omit<Looked, "name">> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address, { waitUntil: "networkidle" });
  const script = await scriptIn(page);
  const violations = new Set<string>();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const each of await axeOn(page, axe)) violations.add(each);
  }
  await page.close();
  const outside = asked.filter((url) => !url.startsWith(origin) && !url.startsWith("data:")).length;
  return { script, requests: asked.length, outside, violations: [...violations] };
}

/** Bytes of script, inside or loaded; data in a script element (JSON-LD) is none. */
async function scriptIn(page: Page): Promise<number> {
  const inside = await page.$$eval("script:not([type='application/ld+json'])", (scripts) =>
    scripts.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0),
  );
  const loaded = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.initiatorType === "script")
      .reduce(
        (sum, entry) => sum + (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0),
        0,
      ),
  );
  return inside + loaded;
}

const found = z.object({ violations: z.array(z.object({ id: z.string(), help: z.string() })) });

async function axeOn(page: Page, axe: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  const answer: unknown = await page.evaluate("axe.run()");
  return found.parse(answer).violations.map(({ id, help }) => `${id}: ${help}`);
}
