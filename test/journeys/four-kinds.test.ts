import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { corpora, skipWithout } from "../house/corpora.ts";
import { openBrowser } from "../house/chromium.ts";
import { openPaper, type OpenPaper } from "../house/open-paper.ts";
import { openReader, wordsIn, type Reader } from "../house/reader.ts";

// Issue 2, its last sentence: a feed file, an API answer, an agency's item and a saved web page become pages.

type Kind = {
  readonly name: string;
  readonly file: string;
  readonly format: string;
  readonly headline: string;
  readonly byline: RegExp;
  /** Words that stand in the text. */
  readonly text: readonly string[];
  /** A link of the text: its words and where it leads. */
  readonly link: readonly [words: string, href: string] | null;
};

const kinds: readonly Kind[] = [
  {
    name: "a feed file",
    file: "feeds-feedparser/wellformed/sanitize/large_atom_feed_that_needs_css_sanitisation.xml",
    format: "atom",
    headline: "Программы для Nokia 5800 и Nokia N97: Voice Inbox v.1.09.112",
    byline: /iPod/,
    text: ["Русский ( В архиве лежит русификатор)", "Программа автоответчик"],
    link: ["разблокирован смартфон", "http://touchnokia.ru/forums/index.php?showtopic=252"],
  },
  {
    name: "an agency’s item",
    file: "iptc-ninjs/examples/1.4/ninjsExSimpleText1.json",
    format: "ninjs",
    headline: "Captain of wrecked cruise ship on trial in Italy",
    byline: /Paulo Santalucia .*Frances d'Emilio/,
    text: [
      "to see justice carried out in the 2012 tragedy.",
      "arrived for his trial Tuesday on charges of multiple manslaughter",
    ],
    link: null,
  },
  {
    name: "an answer of the Guardian’s API",
    file: "guardian-capi/content-api/content.json",
    format: "guardian",
    headline: "Can vegans stomach the unpalatable truth about quinoa?",
    byline: /Joanna Blythman/,
    text: [
      "Ethical consumers should be aware poor Bolivians can no longer afford their staple grain",
      "Vegans embraced quinoa as a credibly nutritious substitute for meat.",
    ],
    link: [
      "has pushed up prices to such an extent",
      "http://www.guardian.co.uk/world/2013/jan/14/quinoa-andes-bolivia-peru-crop",
    ],
  },
  {
    name: "a saved web page",
    file: "pages-readability/firefox-nightly-blog/source.html",
    format: "web-page",
    headline: "These Weeks in Firefox: Issue 85",
    byline: /Mike Conley/,
    text: ["Highlights", "which aims to prevent starting an update while another Firefox instance"],
    link: [
      "Here’s our Firefox Year in Review!",
      "https://blog.mozilla.org/blog/2020/12/15/our-year-in-review-how-weve-kept-firefox-working-for-you-in-2020/",
    ],
  },
];

describe("four kinds of copy become pages", { timeout: 120_000 }, () => {
  let paper: OpenPaper;
  let browser: Browser;
  let reader: Reader;
  before(async () => {
    [paper, browser] = await Promise.all([openPaper(), openBrowser()]);
    reader = await openReader(browser, paper.origin);
  });
  after(async () => {
    await browser?.close();
    await paper?.[Symbol.asyncDispose]();
  });

  for (const { name, file, format, headline, byline, text, link } of kinds) {
    const skip = skipWithout(file);
    test(`${name} is read in the browser: headline, writers, text and links`, { skip }, async () => {
      const { outcome } = await paper.take(readFileSync(join(corpora, file)), {
        partner: name,
        address: null,
      });
      assert.ok(outcome.became === "filed");
      assert.equal(outcome.format, format);
      const story = outcome.items
        .flatMap((item) => (item.became === "refused" ? [] : [item]))
        .find((item) => item.item.headline === headline)?.followed?.story;
      assert.ok(story);
      const { page, elsewhere } = reader;
      const response = await page.goto(paper.origin + (await paper.addressOf(story)));
      assert.equal(response?.status(), 200);
      assert.equal(await wordsIn(page, "h1"), headline);
      assert.match(await wordsIn(page, ".byline"), byline);
      const shown = await wordsIn(page, "main");
      for (const words of text) assert.ok(shown.includes(words), words);
      if (link) {
        const anchor = page.locator(".text a", { hasText: link[0] }).first();
        assert.equal(await anchor.getAttribute("href"), link[1]);
        assert.ok(await anchor.isVisible());
      }
      assert.deepEqual(elsewhere, []);
      for (const list of ["/news", "/feed.json"]) {
        await page.goto(paper.origin + list);
        assert.ok((await wordsIn(page, "body")).includes(headline.slice(0, 60)), list);
      }
    });
  }
});
