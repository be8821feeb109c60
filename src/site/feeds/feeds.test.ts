import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { SaxesParser } from "saxes";
import type { Story } from "../../story/story.ts";
import { lookEdition } from "../../../test/house/look-edition.ts";
import { aSiteStory, at, drawing } from "../../../test/house/look-makers.ts";
import { aBody } from "../../../test/house/a-body.ts";
import { show, siteOf } from "../../../test/house/look-site.ts";
import type { Edition } from "../../../test/house/look-tables.ts";

const naughtyFile = join(
  import.meta.dirname,
  "../../../../shared/corpora/payload-lists/naughty-strings.json",
);
const xmlPages = [
  "/feed.xml",
  "/feed.atom",
  "/sitemap.xml",
  "/sitemap-2026-11.xml",
  "/sitemap-pages.xml",
  "/news-sitemap.xml",
  "/opensearch.xml",
];
const textOf = async (address: string, edition: Edition) => {
  const page = await show(address, siteOf(edition));
  assert.ok("text" in page);
  return page.text;
};
const withStories = (...stories: Story[]): Edition => ({ ...lookEdition, stories });

suite("our feeds", () => {
  const two = {
    byline: [
      { name: "Ines Caldera", place: null, role: null },
      { name: "Tomas Brandvold", place: null, role: null },
    ],
  };
  const own = aSiteStory("own", {
    ...two,
    headline: "Own & <true>",
    standfirst: "In short",
    body: aBody("The [whole](/news) text."),
    mainPicture: drawing("quay", "A quay"),
  });

  test("carry our own copy whole, with every writer and the picture", async () => {
    const rss = parseRssFeed(await textOf("/feed.xml", withStories(own)));
    const item = rss.items?.[0];
    assert.equal(item?.title, "Own & <true>");
    assert.deepEqual(item?.dc?.creators, ["Ines Caldera", "Tomas Brandvold"]);
    assert.match(
      item?.content?.encoded ?? "",
      /<p>The <a href="https:\/\/courier\.example\/news">whole<\/a> text\.<\/p>/,
    );
    const atom = parseAtomFeed(await textOf("/feed.atom", withStories(own)));
    assert.deepEqual(
      atom.entries?.[0]?.authors?.map(({ name }) => name),
      ["Ines Caldera", "Tomas Brandvold"],
    );
    const json = parseJsonFeed(await textOf("/feed.json", withStories(own)));
    assert.match(json.items?.[0]?.content_html ?? "", /The <a/);
    assert.match(json.items?.[0]?.image ?? "", /^https:\/\/courier\.example\/art\//);
  });

  test("carry only headline, summary and link of a partner's copy that may not be passed on", async () => {
    const partners = (onwardUse: boolean) =>
      lookEdition.partners.map((each) => ({ ...each, agreement: { ...each.agreement, onwardUse } }));
    const taken = {
      partner: "northern",
      wireItem: "i",
      version: "v",
      versionLabel: "",
      address: "https://northernwire.example/x",
      sourceName: "Northern Wire",
      firstPublishedAt: null,
      checkedAt: at("11:00"),
      own: false,
    };
    const theirs = aSiteStory(
      "theirs",
      {
        standfirst: "In short",
        body: aBody("THEIR-TEXT"),
        mainPicture: drawing("silos", "THEIR-PICTURE"),
      },
      { taken },
    );
    for (const address of ["/feed.xml", "/feed.atom", "/feed.json", "/partner/northern-wire/feed.xml"]) {
      const kept = await textOf(address, { ...withStories(theirs), partners: partners(false) });
      assert.doesNotMatch(kept, /THEIR-TEXT|silos/, address);
      assert.match(kept, /In short/);
      assert.match(kept, /Northern Wire/);
      assert.match(
        await textOf(address, { ...withStories(theirs), partners: partners(true) }),
        /THEIR-TEXT/,
        address,
      );
    }
    const summary = { ...withStories({ ...theirs, form: "summary" }), partners: partners(true) };
    assert.doesNotMatch(await textOf("/feed.xml", summary), /THEIR-TEXT/);
  });

  test("lose a story the moment it is killed", async () => {
    const killed: Story = {
      ...own,
      state: { status: "killed", killedAt: at("10:00"), reason: "x", publishedAt: at("09:00") },
    };
    for (const address of ["/feed.xml", "/feed.atom", "/feed.json"])
      assert.doesNotMatch(await textOf(address, withStories(killed)), /Own|whole/);
  });

  test("of a section, a partner and a person hold theirs alone", async () => {
    const other = aSiteStory("other", { section: "world", headline: "Elsewhere" });
    for (const address of ["/news/feed.xml", "/by/ines-caldera/feed.json"])
      assert.doesNotMatch(await textOf(address, withStories(own, other)), /Elsewhere/);
    assert.match(await textOf("/world/feed.atom", withStories(own, other)), /Elsewhere/);
  });
});

test(
  "feeds and sitemaps stay well-formed whatever the copy holds",
  { skip: existsSync(naughtyFile) ? false : "no corpora here" },
  async () => {
    const naughty: unknown = JSON.parse(readFileSync(naughtyFile, "utf8"));
    assert.ok(Array.isArray(naughty));
    const more = [
      "\u0000\u0008\u000b\ufffe\uffff",
      "\ud800 lone",
      "]]>",
      "\u{1fffe}",
      "<![CDATA[",
      "&#8;",
      "\u2028\u202e",
    ];
    const texts = [...naughty.map(String), ...more];
    for (let from = 0; from < texts.length; from += 28) {
      const stories = texts
        .slice(from, from + 28)
        .map((text, place) => naughtyStory(text, `n${from + place}`));
      const edition = { ...withStories(...stories) };
      for (const address of xmlPages) {
        const xml = await textOf(address, edition);
        assertWellFormed(xml, `${address} from ${from}`);
      }
      assert.equal(parseRssFeed(await textOf("/feed.xml", edition)).items?.length, stories.length);
      assert.equal(parseAtomFeed(await textOf("/feed.atom", edition)).entries?.length, stories.length);
      assert.equal(parseJsonFeed(await textOf("/feed.json", edition)).items?.length, stories.length);
    }
  },
);

function naughtyStory(text: string, id: string): Story {
  const name = text.trim() === "" ? "Nobody" : text;
  const body = aBody({ type: "paragraph", content: [{ type: "text", text: text || "-" }] });
  const picture = { ...drawing("quay", text, text), credit: text };
  return aSiteStory(id, {
    headline: text,
    standfirst: text,
    byline: [{ name, place: text, role: text }],
    body,
    mainPicture: picture,
    topics: [text],
    dateline: text,
    language: "en",
  });
}

function assertWellFormed(xml: string, where: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (cause) => assert.fail(`${where}: ${cause.message}`));
  parser.write(xml).close();
}
