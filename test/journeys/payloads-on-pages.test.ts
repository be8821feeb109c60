import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { anyPayload } from "../house/any-payload.ts";
import { chromiumPath, openBrowser } from "../house/chromium.ts";
import {
  controls,
  controlsSeen,
  watchExecutions,
  type Execution,
  type ExecutionWatch,
} from "../house/execution-watch.ts";
import { groupsOf, hostileJsonFeed, hostilePage, hostileRss } from "../house/hostile-copy.ts";
import { openPaper, type OpenPaper } from "../house/open-paper.ts";
import { skipWithout } from "../house/corpora.ts";
import { corpusPayloads } from "../house/payloads.ts";

// CASES XML-22 to XML-25 through the whole line: hostile copy comes in as feeds and pages, is published, and nothing
// of it runs on the story pages, the lists, in search, or in the feeds that we hand on.

const skip = skipWithout("payload-lists");
const perStory = 20;
const perFeed = 40;
const inOneLook = 60;

describe("hostile copy on the real pages", { skip, timeout: 170_000 }, () => {
  let paper: OpenPaper;
  let watch: ExecutionWatch;
  let stories: readonly string[] = [];
  const partners = ["wire-a", "wire-b", "wire-c"];
  before(async () => {
    [paper, watch] = await Promise.all([openPaper(), watchExecutions(chromiumPath())]);
    const generated = fc.sample(anyPayload, { numRuns: 2000, seed: 20261123 });
    const groups = groupsOf([...corpusPayloads(), ...generated], perStory, "hostile");
    for (let at = 0; at < groups.length; at += perFeed) {
      const some = groups.slice(at, at + perFeed);
      const copy = (at / perFeed) % 2 === 0 ? hostileRss(some) : hostileJsonFeed(some);
      await paper.take(copy, own(partners[(at / perFeed) % 3] ?? ""));
    }
    for (const group of groupsOf(generated, perStory * 4, "page"))
      await paper.take(hostilePage(group), {
        ...own("wire-c"),
        address: `https://partner.example/${group.name}`,
      });
    stories = await everyStory(paper);
  });
  after(async () => {
    await watch?.close();
    await paper?.[Symbol.asyncDispose]();
  });

  test("nearly all of it was published", () => {
    assert.ok(stories.length > 300, String(stories.length));
  });

  test("nothing runs on the story pages", async () => {
    await assertNothingRuns(await pagesAt(stories));
  });

  test("nothing runs on the front, in sections, at partners, people and topics, and in search", async () => {
    const lists = await everyListPage(paper, ["/", "/news", ...partners.map((name) => `/partner/${name}`)]);
    const some = await pagesAt(stories.slice(0, 60));
    const [people, topics] = [linksIn(some, "/by/"), linksIn(some, "/topic/")];
    assert.ok(people.length > 50 && topics.length > 10);
    const asked = corpusPayloads()
      .slice(0, 60)
      .map((payload) => `/search?q=${encodeURIComponent(payload.toWellFormed().slice(0, 250))}`);
    const found = await pagesAt(["/search?q=harbour", "/search?q=story", ...asked]);
    await assertNothingRuns([
      ...lists,
      ...found,
      ...(await pagesAt([...people.slice(0, 60), ...topics.slice(0, 60)])),
    ]);
  });

  test("nothing runs in the feeds, nor in what a feed reader would draw of them", async () => {
    const feeds = ["", "/news", ...partners.map((name) => `/partner/${name}`)];
    const bodies: string[] = [];
    for (const feed of feeds) {
      bodies.push(...htmlInXml(await text(`${feed}/feed.xml`), "description|content:encoded"));
      bodies.push(...htmlInXml(await text(`${feed}/feed.atom`), "content|summary"));
      bodies.push(...htmlInJson(await text(`${feed}/feed.json`)));
    }
    assert.ok(bodies.length > 200);
    await assertNothingRuns(bodies);
    assert.deepEqual(
      await executionsAtTheirAddress(
        paper,
        feeds.flatMap((feed) => [`${feed}/feed.xml`, `${feed}/feed.atom`, `${feed}/feed.json`]),
      ),
      [],
    );
  });

  const text = async (path: string) => (await paper.get(path)).text();
  const pagesAt = async (paths: readonly string[]) => {
    const pages: string[] = [];
    for (let at = 0; at < paths.length; at += 20)
      pages.push(...(await Promise.all(paths.slice(at, at + 20).map(text))));
    return pages;
  };

  // Without the policy of their headers: the mark-up alone must be harmless. Each look holds live controls.
  async function assertNothingRuns(pages: readonly string[]) {
    for (let at = 0; at < pages.length; at += inOneLook) {
      const shown = pages
        .slice(at, at + inOneLook)
        .map(ownPart)
        .join("\n");
      const executions = await watch.executionsIn(
        `<!doctype html><meta charset="utf-8"><title>x</title><body>${shown}${controls}`,
      );
      const seen = executions.filter(isControl).map(({ by }) => by);
      assert.deepEqual([...new Set(seen)].toSorted(), controlsSeen, `the controls of pages ${at} and on`);
      assert.deepEqual(
        executions.filter((each) => !isControl(each)),
        [],
      );
    }
  }
});

const own = (partner: string) => ({ partner, preset: "own" as const, section: "News" });
const isControl = ({ what }: Execution) => /\bcontrol$/.test(what);

// What is a page's own: its head without the style, and what stands in main. A page without its end was broken.
function ownPart(html: string): string {
  if (!/<html/i.test(html.slice(0, 200))) return html;
  assert.ok(html.trimEnd().endsWith("</html>"));
  const [head = "", body = ""] = html.split(/<body[^>]*>/);
  const main = body.slice(body.indexOf("<main"), body.lastIndexOf("<footer"));
  assert.ok(head.endsWith("</head>\n") && main.includes("</main>"));
  return head.slice(head.indexOf("<title")).replace(/<style>.*?<\/style>/s, "") + main;
}

async function everyStory(paper: OpenPaper): Promise<readonly string[]> {
  return linksIn(await everyListPage(paper, ["/news"]), "/news/2");
}

/** The pages of these lists, each with all its older ones. */
async function everyListPage(paper: OpenPaper, lists: readonly string[]): Promise<readonly string[]> {
  const pages: string[] = [];
  for (const list of lists)
    for (let path: string | undefined = list; path !== undefined;) {
      const html: string = await (await paper.get(path)).text();
      pages.push(html);
      const older: string | undefined = /href="([^"]*\?after=[^"]+)"/.exec(html)?.[1];
      path = older?.replaceAll("&amp;", "&");
      if (path?.startsWith("?")) path = list + path;
    }
  return pages;
}

const linksIn = (pages: readonly string[], start: string): readonly string[] => [
  ...new Set(
    pages
      .flatMap((html) => [...html.matchAll(/href="([^"]+)"/g)].map(([, link = ""]) => link))
      .filter((link) => link.startsWith(start)),
  ),
];

const unescaped = (text: string) =>
  text
    .replace(/<!\[CDATA\[(.*?)\]\]>/gs, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const htmlInXml = (xml: string, names: string): readonly string[] =>
  [
    ...xml.matchAll(
      new RegExp(
        `<(${names})[^>]*type="html"[^>]*>(.*?)</\\1>|<(content:encoded)>(.*?)</content:encoded>`,
        "gs",
      ),
    ),
  ].map(([, , atom, , rss]) => unescaped(atom ?? rss ?? ""));

function htmlInJson(json: string): readonly string[] {
  const feed: { items: { content_html?: string }[] } = JSON.parse(json);
  return feed.items.flatMap(({ content_html }) => (content_html === undefined ? [] : [content_html]));
}

async function executionsAtTheirAddress({ origin }: OpenPaper, paths: readonly string[]): Promise<string[]> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    dialog.dismiss().catch(() => undefined);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(origin)) seen.push(request.url());
  });
  for (const path of paths) await page.goto(origin + path);
  await browser.close();
  return seen;
}
