import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterMap } from "parse5";
import { Refusal } from "../../base/refusal.ts";
import type { Agreement } from "../../story/agreement.ts";
import type { Story } from "../../story/story.ts";
import { lookAddresses, lookEdition } from "../../../test/house/look-edition.ts";
import { aSiteStory, at, drawing } from "../../../test/house/look-makers.ts";
import { aBody } from "../../../test/house/a-body.ts";
import { show, siteOf } from "../../../test/house/look-site.ts";

const address = "/news/2026/11/19/one";
const pageOf = async (story: Story, agreement: Partial<Agreement> = {}) => {
  const partners = lookEdition.partners.map((each) => ({
    ...each,
    agreement: { ...each.agreement, ...agreement },
  }));
  const shown = await show(address, siteOf({ ...lookEdition, partners, stories: [story] }));
  assert.ok("text" in shown);
  return shown;
};
const one = (copy: Partial<Story["copy"]> = {}, rest: Partial<Story> = {}) => aSiteStory("one", copy, rest);
const fromPartner = {
  partner: "northern",
  wireItem: "item",
  version: "none",
  versionLabel: "4",
  address: "https://northernwire.example/one",
  sourceName: "Northern Wire",
  firstPublishedAt: at("05:55"),
  checkedAt: at("11:44"),
  own: false,
};

suite("the story page", () => {
  test("tells writer, account and source apart", async () => {
    const { text } = await show(lookAddresses.story, siteOf()).then((page) =>
      "text" in page ? page : assert.fail(),
    );
    assert.match(text, /class="byline">.*?href="\/by\/ines-caldera">Ines Caldera<\/a> <span>in Saltmere</);
    assert.match(text, /Handled by <a href="\/by\/editors-desk">/);
    assert.match(text, /First published by <a href="\/partner\/northern-wire">Northern Wire<\/a>/);
    const data = structured(text);
    assert.deepEqual(
      data.author.map(({ name }) => name),
      ["Ines Caldera", "Tomas Brandvold"],
    );
    assert.equal(data.sourceOrganization?.name, "Northern Wire");
    assert.equal(data.isBasedOn, "https://northernwire.example/saltmere-quay");
    assert.equal(data.publisher.name, "The Harbour Courier");
    assert.equal(data.correction?.length, 1);
  });

  test("names no writer where the copy names none, and never the account", async () => {
    const { text } = await pageOf(one({}, { taken: fromPartner }));
    assert.match(text, /Staff of Northern Wire/);
    assert.deepEqual(structured(text).author, [{ "@type": "Organization", name: "Northern Wire" }]);
  });

  test("credits who published first, and says who sent it where that is somebody else", async () => {
    const { text } = await pageOf(one({}, { taken: { ...fromPartner, sourceName: "The Gazette" } }));
    const sender = 'Sent to us by <a href="/partner/northern-wire">Northern Wire</a>';
    assert.match(text, new RegExp(`First published by The Gazette.*?${sender}`, "s"));
    assert.equal(text.split(sender).length - 1, 2);
    assert.equal(structured(text).sourceOrganization?.name, "The Gazette");
  });

  test("draws no picture, and no caption, where there is no file", async () => {
    const { text } = await pageOf(
      one({ mainPicture: { ...drawing("quay", "A quay", "The caption"), picture: null } }),
    );
    assert.doesNotMatch(text, /class="lead"|The caption/);
  });

  test("offers a kept picture in three forms and sizes no wider than it is, its place held open", async () => {
    const kept = { ...drawing("", "A quay", "The caption"), picture: "01pic", width: 1000, height: 600 };
    const { text } = await pageOf(one({ mainPicture: kept }));
    assert.match(text, /<source type="image\/avif" srcset="\/picture\/01pic\/320\.avif 320w/);
    assert.match(text, /<source type="image\/webp"/);
    assert.match(text, /<img src="\/picture\/01pic\/960\.jpeg"[^>]*alt="A quay" width="1000" height="600"/);
    assert.doesNotMatch(text, /1280w/);
    assert.match(text, /alt="A quay"[^>]*fetchpriority="high"/);
    assert.match(text, /<figcaption>The caption <span class="credit">Illustration:/);
  });

  test("names a film of which only the title came, and asks nothing of anybody for it", async () => {
    const film = {
      title: "A film – explainer",
      address: null,
      provider: null,
      poster: null,
      seconds: null,
      credit: "",
    };
    const body = aBody("One.", { type: "video", attrs: film });
    const { text } = await pageOf(one({ body }, { taken: fromPartner }));
    assert.match(text, /A film – explainer<span>Video\. Only its title has reached us\./);
  });

  test("puts a correction that changes the sense before the text, another after it", async () => {
    const corrections = [
      { at: at("10:00"), says: "It was five.", changesSense: true },
      { at: at("11:00"), says: "Her name is Ruth.", changesSense: false },
    ];
    const { text } = await pageOf(one({ body: aBody("The text itself.") }, { corrections }));
    const places = ["It was five.", "The text itself.", "Her name is Ruth."].map((each) =>
      text.lastIndexOf(`<p>${each}`),
    );
    assert.deepEqual(
      places.toSorted((a, b) => a - b),
      places,
    );
    assert.ok(places.every((place) => place > 0));
  });

  test("where only a summary was agreed, gives headline, standfirst, credit and the way to the source", async () => {
    const mainPicture = drawing("quay", "A quay", "The caption");
    const story = one({ standfirst: "In short.", mainPicture }, { taken: fromPartner, form: "summary" });
    const { text } = await pageOf(story);
    assert.doesNotMatch(text, /quay\.svg|og:image|The caption/);
    assert.match(text, /class="standfirst"[^>]*>In short\./);
    assert.match(text, /class="onward"><a href="https:\/\/northernwire\.example\/one">/);
    assert.doesNotMatch(text, /Berth three of the eastern quay stays open/);
  });

  test("leads from a summary to the partner's home page where the original's own address is not known", async () => {
    const story = one({}, { taken: { ...fromPartner, address: null }, form: "summary" });
    const { text } = await pageOf(story);
    const home = lookEdition.partners.find(({ id }) => id === "northern")?.home;
    assert.ok(home && text.includes(`class="onward"><a href="${home}">`));
  });

  test("turns a story of a language from the right, and leaves the paper as it is", async () => {
    const { text } = await pageOf(one({ language: "ar", headline: "الميناء" }));
    assert.match(text, /<html lang="en-GB" dir="ltr">/);
    assert.match(text, /<main [^>]*lang="ar" dir="rtl"/);
  });

  test("holds whatever copy brings: no element, no attribute, no script comes of it", async () => {
    const evil = `</script><script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="x \u2028 <!-- \u202e`;
    const body = aBody("x", {
      type: "paragraph",
      content: [
        { type: "text", text: evil, marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] },
      ],
    });
    const byline = [{ name: evil, place: evil, role: evil }];
    const picture = { ...drawing("quay", evil, evil), credit: evil };
    const { text } = await pageOf(
      one(
        {
          headline: evil,
          standfirst: evil,
          byline,
          body,
          mainPicture: picture,
          topics: [evil],
          dateline: evil,
        },
        { taken: { ...fromPartner, sourceName: evil, versionLabel: evil, partner: "gone" } },
      ),
    );
    const elements = [...walk(parse(text))];
    const scripts = elements.filter(({ tagName }) => tagName === "script");
    assert.deepEqual(
      scripts.map(({ attrs }) => attrs),
      [[{ name: "type", value: "application/ld+json" }]],
    );
    assert.equal(structured(text).headline.startsWith("</script>"), true);
    for (const { attrs } of elements)
      for (const { name, value } of attrs) {
        assert.doesNotMatch(name, /^on/);
        assert.doesNotMatch(value, /^javascript:/i);
      }
    assert.doesNotMatch(/<title>(.*?)<\/title>/.exec(text)?.[1] ?? "", /\u202e/);
  });
});

suite("what the partner agreed decides who may list the page", () => {
  const story = one({}, { taken: fromPartner });
  for (const [index, says] of [
    ["own", /rel="canonical" href="https:\/\/courier\.example\/news\/2026\/11\/19\/one"/],
    ["canonical", /rel="canonical" href="https:\/\/northernwire\.example\/one"/],
    ["noindex", /name="robots" content="noindex"/],
    ["noindex-news", /name="googlebot-news" content="noindex"/],
  ] as const)
    test(index, async () => assert.match((await pageOf(story, { index })).text, says));
});

suite("a story that may no longer be shown", () => {
  test("killed: 410, the reason and the minute, nothing of the story", async () => {
    const page = await show(lookAddresses.killed, siteOf());
    assert.ok("text" in page);
    assert.equal(page.status, 410);
    assert.equal(page.noindex, true);
    assert.match(page.text, /a court order protects the identity/);
    assert.match(page.text, /datetime="2026-11-18T15:12:00.000Z"/);
    assert.doesNotMatch(page.text, /Name of a person|Never to be read|og:|ld\+json/);
  });

  test("its right ended: 410 and the way to the source, nothing of the story", async () => {
    const page = await show(lookAddresses.ended, siteOf());
    assert.ok("text" in page);
    assert.equal(page.status, 410);
    assert.match(page.text, /href="https:\/\/deltadispatch\.example\/[^"]+">Read it at Delta Dispatch/);
    assert.doesNotMatch(page.text, /whose month is over|Gone back/);
  });

  test("never public, held or under embargo: as if it did not exist, to the changes page too", async () => {
    const hidden: Partial<Story>[] = [
      { state: { status: "draft" } },
      { held: "withheld by the partner" },
      { embargo: { kind: "until", until: at("12:01") } },
      { embargo: { kind: "unclear", says: "STRICTLY EMBARGOED" } },
      { held: "unclear", staysUntil: at("08:00") },
      { state: { status: "killed", killedAt: at("10:00"), reason: "x", publishedAt: null } },
    ];
    for (const rest of hidden) {
      const site = siteOf({ ...lookEdition, stories: [one({}, { taken: fromPartner, ...rest })] });
      for (const path of [address, `${address}/changes`])
        await assert.rejects(
          show(path, site),
          (cause) => cause instanceof Refusal && cause.code === "page-not-found",
        );
    }
  });

  test("an embargoed story shows on no surface: pages, lists, feeds, sitemaps, search", async () => {
    const site = siteOf();
    const surfaces = [
      "/",
      "/news",
      "/search?q=EMBARGOED",
      "/feed.xml",
      "/feed.atom",
      "/feed.json",
      "/news/feed.xml",
      "/sitemap-2026-11.xml",
      "/news-sitemap.xml",
      "/corrections",
      lookAddresses.story,
    ];
    for (const surface of surfaces) {
      const page = await show(surface, site);
      assert.ok("text" in page);
      const told = page.text.replace(/Search for “EMBARGOED”|value="EMBARGOED"|“EMBARGOED”/g, "");
      assert.doesNotMatch(told, /EMBARGOED|embargoed|Secret/, surface);
    }
    for (const none of ["/by/secret-writer", "/topic/secret-topic", "/by/secret-writer/feed.xml"])
      await assert.rejects(show(none, site), Refusal);
  });
});

test("a story that moved says where to", async () => {
  const site = siteOf({ ...lookEdition, stories: [one()] });
  const { read } = site.store;
  const stories = { ...read.stories, findByAddress: async () => one({ section: "world" }) };
  const moved = { ...site, store: { read: { ...read, stories } } };
  assert.deepEqual(await show(address, moved), { moved: "/world/2026/11/19/one" });
  assert.deepEqual(await show(`${address}/changes`, moved), { moved: "/world/2026/11/19/one/changes" });
});

type Structured = {
  headline: string;
  author: { name: string }[];
  publisher: { name: string };
  sourceOrganization?: { name: string };
  isBasedOn?: string;
  correction?: unknown[];
};

function structured(text: string): Structured {
  // Written by newsArticle just now; what is asserted on is named in the type.
  return JSON.parse(
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? "{}",
  ) as Structured;
}

function* walk(node: DefaultTreeAdapterMap["parentNode"]): Generator<DefaultTreeAdapterMap["element"]> {
  for (const child of node.childNodes) {
    if (!tree.isElementNode(child)) continue;
    yield child;
    yield* walk(child);
  }
}
