import assert from "node:assert/strict";
import { test } from "node:test";
import { hasCorpora, median, readabilityFigure, readabilityPages } from "../../../bench/page-figures.ts";
import { linksOf } from "../../story/body-parts.ts";
import { textOf } from "../../story/body-text.ts";
import type { WireItem } from "../../story/wire-item.ts";
import { format } from "./web-page.ts";

const address = "https://partner.example/world/2025/dec/01/talks?utm_source=x";
const paragraphs = Array.from(
  { length: 6 },
  (_, at) =>
    `<p>Paragraph ${at} says <a href="/x/${at}">something</a> about the talks, with words enough to be taken for the text of a story, one, two, three, four.</p>`,
).join("");

const page = (
  head: string,
  body = `<article><h1>Talks may pile pressure</h1>${paragraphs}</article>`,
  lang = "en-GB",
) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>Talks may pile pressure | The Courier</title>${head}</head><body><nav>Home</nav>${body}</body></html>`;

function read(text: string): WireItem {
  const parsed = format.parse({ text, contentType: "text/html", address });
  assert.ok("items" in parsed, JSON.stringify(parsed));
  const [first] = parsed.items;
  assert.ok(first && "item" in first);
  return first.item;
}

const ld = (thing: unknown) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const story = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Talks may pile pressure on Kyiv",
  author: [
    { "@type": "Person", name: "Jennifer Rankin" },
    { "@type": "Person", name: "Pjotr Sauer" },
  ],
  datePublished: "2025-12-01T18:08:47+01:00",
  dateModified: "2025-12-01T19:00:00Z",
  articleSection: "Europe",
  publisher: { "@type": "Organization", name: "The Courier" },
  image: {
    "@type": "ImageObject",
    url: "https://i.partner.example/macron-1200x800.jpg",
    caption: "The palace. Photograph: A B/C",
  },
  isAccessibleForFree: "False",
  license: "https://creativecommons.org/licenses/by/4.0/",
};

test("JSON-LD tells headline, writers, dates, section, source, picture and rights", () => {
  const item = read(page(ld(story)));
  assert.equal(item.headline, "Talks may pile pressure on Kyiv");
  assert.deepEqual(
    item.byline.map(({ name }) => name),
    ["Jennifer Rankin", "Pjotr Sauer"],
  );
  assert.equal(item.publishedAt, Date.UTC(2025, 11, 1, 17, 8, 47));
  assert.equal(item.versionOrder, Date.UTC(2025, 11, 1, 19));
  assert.equal(item.section, "Europe");
  assert.equal(item.source.name, "The Courier");
  assert.equal(item.language, "en-GB");
  assert.deepEqual(
    [item.mainPicture?.caption, item.mainPicture?.credit],
    ["The palace.", "Photograph: A B/C"],
  );
  assert.equal(item.rights.terms, "https://creativecommons.org/licenses/by/4.0/");
  assert.equal(item.notesToDesk.length, 1);
});

test("a graph, a list and references between things are followed", () => {
  const graph = {
    "@graph": [
      { "@type": "WebPage" },
      { ...story, author: { "@id": "#p1" } },
      { "@type": "Person", "@id": "#p1", name: "Ann Poe" },
    ],
  };
  assert.deepEqual(read(page(ld([graph]))).byline, [{ name: "Ann Poe", place: null, role: null }]);
});

test("broken JSON-LD is mended where it can be, and passed over where not", () => {
  const loose = `<script type="application/ld+json">/*<![CDATA[*/{"@type":"NewsArticle","headline":"Line\none",}/*]]>*/;</script>`;
  assert.equal(read(page(loose)).headline, "Line one");
  assert.equal(
    read(page(`<script type="application/ld+json">{"@type":</script>`)).headline,
    "Talks may pile pressure",
  );
});

test("a printed byline adds the places to the names the page lists", () => {
  const printed = `<article><h1>Talks</h1><p class="byline">Jennifer Rankin in Brussels and Pjotr Sauer</p>${paragraphs}</article>`;
  assert.deepEqual(read(page(ld(story), printed)).byline, [
    { name: "Jennifer Rankin", place: "Brussels", role: null },
    { name: "Pjotr Sauer", place: null, role: null },
  ]);
});

test("Open Graph, article and Dublin Core elements serve where there is no JSON-LD", () => {
  const item = read(
    page(`<meta property="og:title" content="Talks may pile pressure – The Courier"><meta property="og:site_name" content="The Courier">
      <meta name="dc.creator" content="Ann Poe"><meta property="article:published_time" content="2025-12-01">
      <meta property="article:section" content="Europe"><meta property="article:tag" content="Kyiv"><link rel="canonical" href="/world/talks">
      <meta name="description" content="Kallas says negotiators should not lose focus."><meta name="robots" content="noarchive">`),
  );
  assert.equal(item.headline, "Talks may pile pressure");
  assert.equal(item.standfirst, "Kallas says negotiators should not lose focus.");
  assert.deepEqual(
    item.byline.map(({ name }) => name),
    ["Ann Poe"],
  );
  assert.equal(item.publishedAt, Date.UTC(2025, 11, 1));
  assert.equal(item.stableKey, "https://partner.example/world/talks");
  assert.deepEqual(
    item.subjects.map(({ name }) => name),
    ["Kyiv"],
  );
  assert.equal(item.rights.terms, "noarchive");
});

test("microdata serves where there is neither", () => {
  const item = read(
    page(
      "",
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Talks, marked</h1>
      <span itemprop="author" itemscope><b itemprop="name">Ann Poe</b></span><time itemprop="datePublished" datetime="2025-12-01T10:00Z">today</time>${paragraphs}</div>`,
    ),
  );
  assert.equal(item.headline, "Talks, marked");
  assert.deepEqual(
    item.byline.map(({ name }) => name),
    ["Ann Poe"],
  );
  assert.equal(item.publishedAt, Date.UTC(2025, 11, 1, 10));
});

test("the body is blocks with whole links, without the furniture round it", () => {
  const item = read(page(""));
  assert.equal(linksOf(item.body)[0]?.href, "https://partner.example/x/0");
  assert.ok(!textOf(item.body).includes("Home"));
  assert.ok(!textOf(item.body).includes("Talks may pile pressure"));
});

test("the main picture is not doubled in the body and keeps the words of its figure", () => {
  const figure = `<figure><img src="https://i.partner.example/macron-640x400.jpg" alt="Two men"><figcaption>The palace. Photograph: A B/C</figcaption></figure>`;
  const item = read(
    page(
      `<meta property="og:image" content="https://i.partner.example/macron.jpg?w=1200">`,
      `<article><h1>Talks</h1>${figure}${paragraphs}</article>`,
    ),
  );
  assert.deepEqual(
    [item.mainPicture?.alt, item.mainPicture?.caption, item.mainPicture?.credit],
    ["Two men", "The palace.", "Photograph: A B/C"],
  );
  assert.ok(item.body.content.every((block) => block.type !== "picture"));
});

test("the same page again is the same version, a changed word is another one of the same story", () => {
  const [first, again, changed] = [
    page(ld(story)),
    page(ld(story)),
    page(ld(story)).replace("Paragraph 3", "Passage 3"),
  ].map(read);
  assert.equal(first?.versionKey, again?.versionKey);
  assert.equal(first?.stableKey, changed?.stableKey);
  assert.notEqual(first?.versionKey, changed?.versionKey);
});

test("a page that holds a video and next to no words is a video by its title", () => {
  const item = read(
    page(
      ld({
        "@type": "VideoObject",
        name: "The quay explained",
        contentUrl: "https://v.partner.example/q.mp4",
      }),
      "<h1>The quay explained</h1>",
    ),
  );
  assert.equal(item.kind, "video");
  assert.deepEqual(
    item.body.content[0]?.type === "video" && item.body.content[0].attrs.title,
    "The quay explained",
  );
});

for (const text of [
  "<!DOCTYPE html><title>Just a moment...</title><p>Checking your browser before you go on to the site.",
  "<!DOCTYPE html><title>Home</title><ul><li>One<li>Two</ul>",
  "<html><body></body></html>",
  `<!DOCTYPE html>${"<div>".repeat(5000)}x`,
])
  test(`no story is made of ${text.slice(0, 50)}`, () => {
    const parsed = format.parse({ text, contentType: null, address: null });
    assert.ok("unreadable" in parsed && /^\p{Lu}.*\.$/u.test(parsed.unreadable));
  });

for (const [what, text, is] of [
  ["a page", "\ufeff<!-- x --> <!doctype html><p>x", true],
  [
    "a page as XHTML",
    `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="x">`,
    true,
  ],
  ["a saved part of a page", "<article><h1>x</h1></article>", true],
  ["a feed", `<?xml version="1.0"?><rss version="2.0"><channel><item><description>&lt;p&gt;`, false],
  ["an Atom feed", `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">`, false],
  ["NewsML", `<?xml version="1.0"?><newsItem><html><body>`, false],
  ["NITF", "<nitf><head><title>x</title></head><body>", false],
  ["JSON with HTML in it", `{"body_html":"<!doctype html><p>x"}`, false],
  ["pasted text", "Talks may pile pressure\n\nBy <Ann>", false],
] as const)
  test(`${what} is ${is ? "" : "not "}taken for a web page`, () => {
    assert.equal(format.recognises({ text, contentType: null, address: null }), is);
  });

test(
  "of the open half of the page corpus, text, title and byline are read",
  { skip: hasCorpora ? false : "no corpora here" },
  () => {
    const figures = readabilityPages()
      .filter((name) => !/^(?:wikipedia|mozilla-1|firefox)/.test(name))
      .map(readabilityFigure)
      .filter(({ unreadable }) => unreadable === null);
    assert.ok(figures.length >= 30);
    assert.ok(median(figures.flatMap(({ f1 }) => (f1 === null ? [] : [f1]))) >= 0.98);
    assert.ok(figures.filter(({ title }) => title?.same).length >= figures.length * 0.94);
    assert.ok(figures.filter(({ byline }) => byline?.same).length >= figures.length * 0.97);
  },
);
