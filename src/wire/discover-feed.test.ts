import assert from "node:assert/strict";
import { test } from "node:test";
import { redirect, reply } from "../../test/house/fault-server.ts";
import { outboundHouse } from "../../test/house/outbound-house.ts";
import { discoverFeed } from "./discover-feed.ts";
import { readPageFacts } from "./discover-links.ts";

const rss = '<rss version="2.0"><channel><title>Nord &amp; <![CDATA[Süd]]></title></channel></rss>';
const atom =
  '<?xml version="1.0"?>\n<!-- x --><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Nord &amp;amp; West</title></feed>';
const json = '{"version":"https://jsonfeed.org/version/1.1","title":"Nord JSON","items":[]}';
const html = (links: string) =>
  `<!doctype html><html><head><title>Nord</title>${links}</head><body></body></html>`;

test("an address that is a feed is taken as it is, with the feed's own title", async () => {
  for (const [body, title] of [
    [rss, "Nord & Süd"],
    [atom, "Nord & West"],
    [json, "Nord JSON"],
  ] as const) {
    await using house = await outboundHouse({ "/f": reply({ body }) });
    const found = await discoverFeed("http://wire.example/f", house);
    assert.deepEqual(found, { became: "found", address: "http://wire.example/f", title, home: null });
  }
});

test("the feed a page names is found, the comments' feed last, against the page's base", async () => {
  await using house = await outboundHouse({
    "/": redirect("/home/", 302),
    "/home/": reply({
      body: html(
        '<base href="/sub/"><link rel="alternate" type="application/rss+xml" title="Nord » Comments" href="/comments/feed"><link rel="ALTERNATE nofollow" type="application/atom+xml; charset=utf-8" href="a.xml">',
      ),
    }),
    "/sub/a.xml": reply({ body: atom }),
    "/comments/feed": reply({ body: rss }),
  });
  const found = await discoverFeed("http://wire.example", house);
  assert.ok(found.became === "found");
  assert.equal(found.address, "http://wire.example/sub/a.xml");
  assert.equal(found.home, "http://wire.example/home/");
});

test("a link to what is no feed is passed over for the usual places", async () => {
  await using house = await outboundHouse({
    "/": reply({ body: html('<link rel="alternate" type="application/rss+xml" href="/page">') }),
    "/page": reply({ body: html("") }),
    "/feed.xml": reply({ body: rss }),
  });
  const found = await discoverFeed("http://wire.example/", house);
  assert.ok(found.became === "found");
  assert.equal(found.address, "http://wire.example/feed.xml");
});

test("where there is none, the refusal lists what was tried", async () => {
  await using house = await outboundHouse({ "/": reply({ body: html("") }) });
  const found = await discoverFeed("http://wire.example/", house);
  assert.ok(found.became === "refused");
  assert.equal(found.code, "feed-not-found");
  assert.deepEqual(
    found.tried.map(({ address }) => new URL(address).pathname),
    ["/", "/feed", "/rss", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"],
  );
});

test("an address that cannot be reached or is closed is refused for that reason", async () => {
  await using house = await outboundHouse({});
  const codes = ["http://wire.example/none", "http://127.0.0.1/", "localhost", "ftp://wire.example/"].map(
    async (address) => {
      const found = await discoverFeed(address, house);
      return found.became === "refused" ? found.code : found.became;
    },
  );
  assert.deepEqual(await Promise.all(codes), [
    "answer-not-found",
    "address-not-allowed",
    "address-not-allowed",
    "scheme-not-allowed",
  ]);
});

test("a link on a page to a closed address is never dialled", async () => {
  await using house = await outboundHouse({
    "/": reply({
      body: html('<link rel="alternate" type="application/rss+xml" href="http://10.0.0.1/feed">'),
    }),
  });
  await discoverFeed("http://wire.example/", house);
  assert.ok(house.network.dials.every(({ ip }) => ip !== "10.0.0.1"));
});

test("a hostile page is read in time", () => {
  const began = performance.now();
  readPageFacts(Buffer.from("<div>".repeat(200_000)), "http://wire.example/");
  readPageFacts(
    Buffer.from(`<link ${"a".repeat(10)} ${Array.from({ length: 50_000 }, (_, at) => `a${at}`).join(" ")}>`),
    "http://wire.example/",
  );
  assert.ok(performance.now() - began < 3000, `${performance.now() - began} ms`);
});
