import assert from "node:assert/strict";
import { test } from "node:test";
import type { WireItem } from "../../story/wire-item.ts";
import { readFeed } from "./read-feed.ts";

const address = "https://partner.test/feed";
function itemsIn(items: string): WireItem[] {
  const read = readFeed({
    text: `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>${items}</channel></rss>`,
    contentType: null,
    address,
  });
  assert.ok("items" in read);
  return [...read.items].flatMap((each) => ("item" in each ? [each.item] : []));
}
const first = (items: string): WireItem => {
  const item = itemsIn(items)[0];
  assert.ok(item);
  return item;
};
const story = (guid: string, link: string, title = "Title") =>
  `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><link>${link}</link></item>`;

test("an id is kept as the partner writes it, but for blanks and campaign parameters", () => {
  assert.equal(first(story(" Case-Matters \n 7 ", "https://a.test/")).stableKey, "Case-Matters 7");
  assert.equal(first(story("https://a.test/s?id=1&amp;utm_source=x", "")).stableKey, "https://a.test/s?id=1");
  assert.equal(first(story("", "https://a.test/s")).stableKey, "https://a.test/s");
  assert.match(first(story("x".repeat(5000), "https://a.test/")).stableKey, /^hash:/);
});

test("one id given to two stories takes neither for the other, and the desk is told", () => {
  const items = itemsIn(story("1", "https://a.test/one") + story("1", "https://a.test/two"));
  assert.equal(new Set(items.map(({ stableKey }) => stableKey)).size, 2);
  assert.ok(items.every(({ notesToDesk }) => notesToDesk.length === 1));
});

test("an item without id and link is known by its words", () => {
  const [one, same, other] = ["A", "A", "B"].map(
    (title) => first(`<item><title>${title}</title></item>`).stableKey,
  );
  assert.equal(one, same);
  assert.notEqual(one, other);
});

test("a version is another when its words are, not when only its date is", () => {
  const item = (text: string, date: string) =>
    first(
      `<item><title>T</title><guid>1</guid><description>${text}</description><pubDate>${date}</pubDate></item>`,
    ).versionKey;
  assert.equal(item("words", "1 Jan 2025 10:00 GMT"), item("words", "2 Jan 2025 10:00 GMT"));
  assert.notEqual(item("words", ""), item("other words", ""));
});

test("a description that only begins the text is no standfirst", () => {
  const text = "The council met on Tuesday night to talk about the bridge and its price.";
  const item = first(
    `<item><title>T</title><description>The council met on Tuesday night to talk […]</description><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`,
  );
  assert.equal(item.standfirst, "");
});

test("a short description with a link in it stays whole, as text", () => {
  const item = first(
    '<item><title>T</title><description>See &lt;a href="/x"&gt;here&lt;/a&gt;.</description></item>',
  );
  assert.deepEqual(item.body.content, [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "See " },
        { type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://partner.test/x" } }] },
        { type: "text", text: "." },
      ],
    },
  ]);
});

test("a story about a trade embargo is not held, one under embargo is", () => {
  const embargo = (title: string) => first(`<item><title>${title}</title></item>`).embargo;
  assert.equal(embargo("Embargo on grain lifted after talks"), null);
  assert.equal(embargo("Ministers discuss the embargo for a second day"), null);
  assert.equal(embargo("EMBARGO: the budget in full")?.kind, "unclear");
  assert.equal(embargo("Not for publication before 10am Monday")?.kind, "unclear");
});

test("an unreadable date is kept as written and does not cost the item", () => {
  const item = first("<item><title>T</title><pubDate>the day after</pubDate></item>");
  assert.equal(item.publishedAt, null);
  assert.deepEqual(item.unmapped["dates"], { published: "the day after" });
});

test("a forgotten end tag does not swallow what follows", () => {
  const item = first("<item><title>T<description>Words</description><guid>g</guid></item>");
  assert.deepEqual([item.headline, item.standfirst, item.stableKey], ["T", "Words", "g"]);
});

test("elements nobody defined are kept, whatever they are called", () => {
  const item = first(
    "<item><title>T</title><constructor>c</constructor><__proto__>p</__proto__><mood>grey</mood></item>",
  );
  assert.equal(item.unmapped["mood"], "grey");
  assert.equal("p" in {}, false);
});

test("a script in a title is neither text nor anything else", () => {
  assert.equal(
    first("<item><title>&lt;script&gt;alert(1)&lt;/script&gt;News &amp;amp; more</title></item>").headline,
    "News & more",
  );
});
