import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { killStory } from "../../src/desk/actions/kill-story.ts";
import { aNinjs } from "../house/a-ninjs.ts";
import { axeFindings } from "../house/axe.ts";
import { openBrowser } from "../house/chromium.ts";
import { openPaper, type OpenPaper } from "../house/open-paper.ts";
import { openReader, wordsIn } from "../house/reader.ts";

// Issue 2, points 8 and 10: every page type, at every width, in light and dark, by keyboard, on paper, from the right.

const arabic = aNinjs({
  uri: "https://wire.example/rtl",
  language: "ar",
  by: "ليلى حداد",
  slugline: "PORT",
  headlines: [{ role: "main", value: "الميناء يغلق ثلاثة أرصفة بعد تحرك الجدار" }],
  descriptions: [
    { role: "summary", contentType: "text/plain", value: "تقول الهيئة إن الإصلاح سيستغرق أسابيع" },
  ],
  bodies: [
    { role: "main", contentType: "text/html", value: "<p>أغلقت هيئة الميناء ثلاثة أرصفة يوم الاثنين.</p>" },
  ],
});

describe("every page type", { timeout: 170_000, concurrency: 2 }, () => {
  let paper: OpenPaper;
  let empty: OpenPaper;
  let browser: Browser;
  const paths: Record<string, string> = {};
  before(async () => {
    [paper, empty, browser] = await Promise.all([openPaper({ sample: true }), openPaper(), openBrowser()]);
    const rtl = await paper.takeOne(arabic);
    const killed = await paper.takeOne(aNinjs({ uri: "https://wire.example/killed" }));
    Object.assign(paths, await pathsIn(paper), {
      killed: await paper.addressOf(killed),
      rtl: await paper.addressOf(rtl),
    });
    const desk = await paper.newsroom.desk();
    await killStory({ story: killed, by: "editor", reason: "A court asked for it." }, desk);
  });
  after(async () => {
    await browser?.close();
    await Promise.all([paper?.[Symbol.asyncDispose](), empty?.[Symbol.asyncDispose]()]);
  });

  const expected: Record<string, number> = { killed: 410, "not-found": 404 };
  const types = [
    "story",
    "front",
    "section",
    "person",
    "account",
    "partner",
    "partners",
    "topic",
    "corrections",
    "changes",
    "search",
    "search-nothing",
    "search-blank",
    "killed",
    "not-found",
    "rtl",
    "empty-front",
  ];

  for (const type of types)
    test(`${type}: nothing for axe to find, no script, nothing from elsewhere, no sideways scroll`, async () => {
      const from = type === "empty-front" ? empty : paper;
      const path = type === "empty-front" ? "/" : (paths[type] ?? assert.fail(`no ${type}`));
      const wrong: string[] = [];
      await using reader = await openReader(browser, from.origin, {
        javaScriptEnabled: true,
        bypassCSP: true,
      });
      const { page, elsewhere } = reader;
      page.on("console", (message) => {
        if (message.type() === "error" && !/status of 4(?:04|10)/.test(message.text()))
          wrong.push(message.text());
      });
      const response = await page.goto(from.origin + path);
      assert.equal(response?.status(), expected[type] ?? 200);
      assert.equal(
        await page.locator(`script:not([type="application/ld+json"]), [onclick], [onload], iframe`).count(),
        0,
      );
      for (const [width, colorScheme] of [
        [390, "light"],
        [390, "dark"],
        [1440, "light"],
        [1440, "dark"],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        for (const finding of await axeFindings(page)) wrong.push(`${width} ${colorScheme}: ${finding}`);
      }
      wrong.push(...(await sidewaysWidths(page)), ...(await brokenPictures(page)));
      assert.deepEqual(wrong, []);
      assert.deepEqual(elsewhere, []);
    });

  test("no page leads to an address of the paper that is not there", async () => {
    const missing: string[] = [];

    const seen = new Set<string>();
    await using reader = await openReader(browser, paper.origin);
    for (const type of types.filter((each) => paths[each] !== undefined)) {
      await reader.page.goto(paper.origin + paths[type]);
      for (const link of await linksIn(reader.page))
        if (!seen.has(link) && seen.add(link) && (await paper.get(link)).status >= 400)
          missing.push(`${type}: ${link}`);
    }
    assert.ok(seen.size > 40);
    assert.deepEqual(missing, []);
  });

  test("by keyboard: skip link, masthead, search, then the headlines in reading order, each with a visible focus", async () => {
    await using reader = await openReader(browser, paper.origin);
    const { page } = reader;
    await page.goto(`${paper.origin}/`);
    const order: Focus[] = [];
    for (let tabs = 0; tabs < 60; tabs++) {
      await page.keyboard.press("Tab");
      order.push(await focused(page));
    }
    assert.equal(order[0]?.address, "#main");
    assert.deepEqual(
      order.filter(({ isVisible }) => !isVisible),
      [],
    );
    const place = (test: (each: Focus) => boolean) => order.findIndex(test);
    const [name, section, search, headline] = [
      place(({ address }) => address === "/"),
      place(({ inside }) => inside === "sections"),
      place(({ element }) => element === "INPUT"),
      place(({ inside }) => inside === "headline"),
    ] as const;
    for (const at of [name, section, search, headline]) assert.ok(at > 0);
    assert.ok(name < headline && section < headline && search < headline);
    const headlines = await page
      .locator("main :is(h2, h3) a")
      .evaluateAll((all) => all.map((each) => each.getAttribute("href")));
    const reached = order.filter(({ inside }) => inside === "headline").map(({ address }) => address);
    assert.ok(reached.length >= 12);
    assert.deepEqual(reached, headlines.slice(0, reached.length));
  });

  test("the skip link leads past the masthead", async () => {
    await using reader = await openReader(browser, paper.origin);
    const { page } = reader;
    await page.goto(paper.origin + paths["story"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement?.closest("main") !== null));
  });

  test("a story in Arabic stands mirrored, in its language, and in lists too", async () => {
    await using reader = await openReader(browser, paper.origin);
    const { page } = reader;
    await page.goto(paper.origin + paths["rtl"]);
    const main = page.locator("main");
    assert.deepEqual([await main.getAttribute("dir"), await main.getAttribute("lang")], ["rtl", "ar"]);
    const [text, box] = [await page.locator(".text > p").first().boundingBox(), await main.boundingBox()];
    assert.ok(text && box);
    const start = await page
      .locator(".text > p")
      .first()
      .evaluate((paragraph) => getComputedStyle(paragraph).direction);
    assert.equal(start, "rtl");
    await page.goto(`${paper.origin}/news`);
    const card = page.locator("main a", { hasText: "الميناء" }).first();
    assert.equal(await card.evaluate((link) => getComputedStyle(link).direction), "rtl");
  });

  test("on paper: the text, the credits and the address, and none of the ways around", async () => {
    await using reader = await openReader(browser, paper.origin, { viewport: { width: 794, height: 1123 } });
    const { page } = reader;
    await page.goto(paper.origin + paths["story"]);
    const text = await wordsIn(page, ".text > p");
    await page.emulateMedia({ media: "print" });
    const printed = await wordsIn(page, "body");
    for (const paragraph of text.split(". ").slice(0, 5)) assert.ok(printed.includes(paragraph), paragraph);
    for (const part of ["h1", ".byline", ".source", ".print-only"])
      assert.ok(await page.locator(part).first().isVisible(), part);
    assert.ok(printed.includes(paper.origin + (paths["story"] ?? "")));
    for (const part of [".masthead", ".foot", ".skip"])
      assert.ok(!(await page.locator(part).isVisible()), part);
  });
});

/** An address of every type in the sample edition, found as a reader finds it. */
async function pathsIn(paper: OpenPaper): Promise<Record<string, string>> {
  const text = async (path: string) => (await paper.get(path)).text();
  const first = (html: string, link: RegExp) => link.exec(html)?.[1] ?? assert.fail(`no ${link.source}`);
  const main = (html: string) => html.slice(html.indexOf("<main"));
  const partner = first(main(await text("/partner")), /href="(\/partner\/[^"]+)"/);
  const story = first(main(await text(partner)), /href="(\/[a-z]+\/\d{4}\/[^"]+)"/);
  const page = main(await text(story));
  const withTopics = main(
    await text(first(main(await text("/corrections")), /href="(\/[a-z]+\/\d{4}\/[^"]+)"/)),
  );
  return {
    front: "/",
    section: "/news",
    partners: "/partner",
    partner,
    story,
    person: first(page, /class="byline">.*?href="(\/by\/[^"]+)"/s),
    account: first(page, /class="handled">.*?href="(\/by\/[^"]+)"/s),
    topic: first(page + withTopics + main(await text("/news")), /href="(\/topic\/[^"]+)"/),
    changes: `${story}/changes`,
    corrections: "/corrections",
    search: "/search?q=harbour",
    "search-nothing": "/search?q=xylophonist",
    "search-blank": "/search",
    "not-found": "/news/2026/01/01/there-is-no-such-story",
  };
}

async function sidewaysWidths(page: Page): Promise<string[]> {
  const wide: string[] = [];
  for (const width of [320, 768, 1920, 3840]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) wide.push(`scrolls ${over} px sideways at ${width}`);
  }
  return wide;
}

const brokenPictures = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const images = [...document.images];
    for (const image of images) image.loading = "eager";
    const drawn = await Promise.all(
      images.map((image) =>
        image.decode().then(
          () => true,
          () => false,
        ),
      ),
    );
    return images.filter((_, at) => drawn[at] !== true).map(({ src }) => `not drawn: ${src}`);
  });

type Focus = {
  readonly element: string;
  readonly address: string | null;
  readonly inside: "headline" | "sections" | "elsewhere";
  readonly isVisible: boolean;
};

// What has the focus: a headline, a section or something else; visible = in the window, with an outline or other sign.
const focused = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, clipPath } = getComputedStyle(element);
    return {
      element: element.tagName,
      address: element.getAttribute("href"),
      inside: element.matches("main :is(h2, h3) a")
        ? "headline"
        : element.closest(".sections")
          ? "sections"
          : "elsewhere",
      isVisible:
        width > 1 && height > 1 && clipPath === "none" && outlineStyle !== "none" && outlineWidth !== "0px",
    } as const;
  });

const linksIn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>("a[href], link[href]")]
      .filter((link) => !link.getAttribute("href")?.startsWith("#"))
      .map((link) => new URL(link.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search),
  );
