import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { openReader, wordsIn } from "./reader.ts";
import type { StartedPaper } from "./started-paper.ts";

// What a browser must see of the page that started the project, once it is a story.

const seedFile = join(import.meta.dirname, "../../../shared/seed/article-page.txt");
export const hasSeed = existsSync(seedFile);
export const seed = hasSeed ? readFileSync(seedFile, "utf8") : "";

export async function assertHandled(page: Page, paper: StartedPaper) {
  const handled = page.locator(".handled");
  assert.match(await wordsIn(page, ".handled"), /Editors Desk/);
  assert.ok(
    (await handled
      .locator("img")
      .evaluate((image) => (image instanceof HTMLImageElement ? image.width : 0))) > 0,
  );
  const profile = (await handled.locator("a").getAttribute("href")) ?? "";
  assert.equal((await paper.get(profile)).status, 200);
}

// Every paragraph of the seed's body, and none of what the page put around it.
export async function assertWholeText(page: Page) {
  const shown = await wordsIn(page, "main");
  const body = seed.slice(
    seed.indexOf("The EU’s foreign policy chief, Kaja Kallas, has said"),
    seed.indexOf("Advertisement"),
  );
  const paragraphs = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  assert.ok(paragraphs.length > 20);
  for (const paragraph of paragraphs) assert.ok(shown.includes(paragraph.replace(/\s+/gu, " ")), paragraph);
  const everything = await wordsIn(page, "body");
  for (const furniture of ["Advertisement\n", "You did not use the site", "remain logged", "user avatar"])
    assert.ok(!everything.includes(furniture), furniture);
  assert.equal(await page.locator("main :text-is('Advertisement')").count(), 0);
}

/** A picture as a camera would make it, in noise. */
export const aPhotograph = () =>
  sharp({
    create: {
      width: 1600,
      height: 1067,
      channels: 3,
      background: "#40607f",
      noise: { type: "gaussian", mean: 120, sigma: 30 },
    },
  })
    .jpeg({ quality: 70 })
    .toBuffer();

export async function assertEveryRendition(page: Page, paper: StartedPaper) {
  const sets = await page
    .locator("figure.lead :is(source, img)")
    .evaluateAll((all) => all.map((each) => each.getAttribute("srcset") ?? ""));
  assert.equal(sets.length, 3);
  for (const [at, type] of ["image/avif", "image/webp", "image/jpeg"].entries()) {
    const renditions = (sets[at] ?? "").split(",").map((each) => each.trim().split(" ")[0] ?? "");
    assert.ok(renditions.length >= 3);
    const smallest = await paper.get(renditions[0] ?? "");
    assert.deepEqual([smallest.status, smallest.headers.get("content-type")], [200, type]);
    const { width } = await sharp(Buffer.from(await smallest.arrayBuffer())).metadata();
    assert.ok(width > 0 && width <= 1600);
  }
}

export async function assertDrawnWithoutJump(browser: Browser, { origin }: StartedPaper, path: string) {
  await using reader = await openReader(browser, origin, {
    javaScriptEnabled: true,
    viewport: { width: 390, height: 844 },
  });
  await reader.page.goto(origin + path, { waitUntil: "networkidle" });
  const seen = await reader.page.evaluate(async () => {
    const image = document.querySelector<HTMLImageElement>("figure.lead img");
    await image?.decode();
    const shifts = await new Promise<number>((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        // Its own type is not in the library of the language yet.
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      setTimeout(() => done(sum), 200);
    });
    return { width: image?.naturalWidth ?? 0, shifts };
  });
  assert.ok(seen.width > 0);
  assert.ok(seen.shifts < 0.001, `${seen.shifts}`);
}
