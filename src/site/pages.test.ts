import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "parse5";
import { Refusal } from "../base/refusal.ts";
import { lookAddresses } from "../../test/house/look-edition.ts";
import { match, show, siteOf, sitePages } from "../../test/house/look-site.ts";

const site = siteOf();
const shown = new Map<string, string>();
for (const address of Object.values(lookAddresses)) {
  const page = await show(address, site);
  if ("text" in page) shown.set(address, page.text);
}

suite("every page of the site", () => {
  test("answers, and each page for people is among those looked at", () => {
    assert.equal(shown.size, Object.keys(lookAddresses).length);
    const html = sitePages.filter(({ type }) => type.startsWith("text/html"));
    const seen = new Set(
      [...shown.keys()].map((address) => match(new URL(address, site.origin).pathname).page),
    );
    assert.deepEqual(
      html.filter((page) => !seen.has(page)).map(({ path }) => path),
      [],
    );
  });

  test("is HTML without a single error of the browser's own parser", () => {
    for (const [address, text] of shown) {
      const errors: string[] = [];
      parse(text, { onParseError: ({ code, startLine }) => errors.push(`${address}:${startLine} ${code}`) });
      assert.deepEqual(errors, []);
    }
  });

  test("has one h1, the first heading in main", () => {
    for (const [address, text] of shown) {
      assert.equal(text.match(/<h1[\s>]/g)?.length, 1, address);
      assert.match(text, /<main[^>]*>(?:(?!<h[2-6]|<p[\s>]|<a[\s>])[^])*?<h1/, address);
    }
  });

  test("has a title of its own", () => {
    const titles = [...shown.values()].map((text) => /<title>(.*?)<\/title>/.exec(text)?.[1]);
    const twice = titles.filter((title, at) => titles.indexOf(title) !== at);

    assert.deepEqual(twice, []);
  });

  test("says where it is to be known, or that it is not to be listed", () => {
    for (const [address, text] of shown)
      assert.match(
        text,
        /<link rel="canonical" href="https:|<meta name="robots" content="noindex">/,
        address,
      );
  });

  test("has no script, no handler, no inline style and asks nothing of another site", () => {
    for (const [address, text] of shown) {
      assert.doesNotMatch(text, /<script(?! type="application\/ld\+json">)/i, address);
      assert.doesNotMatch(text, /<[a-z][^>]*\s(on[a-z]+|style)=/i, address);
      assert.doesNotMatch(text, /<(iframe|object|embed|base)\b/i, address);
      assert.doesNotMatch(text, /(?:\ssrc|srcset|data|poster)="(?:https?:)?\/\//i, address);
      assert.doesNotMatch(text, /url\((?!\/fonts\/)/, address);
    }
  });

  test("keeps its style and words within 14 KB compressed", () => {
    for (const [address, text] of shown) assert.ok(gzipSync(text).length < 14 * 1024, address);
  });

  test("links only to addresses of ours that exist", async () => {
    const links = new Set(
      [...shown.values()].flatMap((text) =>
        [...text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, to]) => to ?? ""),
      ),
    );
    // The older story is named in copy only.
    const others = /^\/news\/2026\/10\/16\/storm$/;
    for (const link of links) {
      if (others.test(link)) continue;
      const there = await show(link, site);
      assert.ok("text" in there, link);
    }
  });
});

test("no two pages claim one address", () => {
  const shapes = sitePages.map(({ path }) => path.replace(/:\w+/g, ":"));
  assert.equal(new Set(shapes).size, shapes.length);
  for (const { path } of sitePages) {
    const concrete = path.replace(":part", "2026-11").replace(/:\w+/g, "zz");
    assert.equal(match(concrete).page.path, path);
  }
});

test("only the search page is made anew each time", () => {
  assert.deepEqual(
    sitePages.filter(({ cached }) => !cached).map(({ path }) => path),
    ["/search"],
  );
});

test("a page that is kept names what it was made from", async () => {
  for (const address of Object.values(lookAddresses)) {
    const { pathname, searchParams } = new URL(address, site.origin);
    const { page, params } = match(pathname);
    const loaded = await page.load({ params, query: searchParams }, site);
    if (page.cached) assert.ok("tags" in loaded && loaded.tags.length > 0, address);
  }
});

test("an address nobody has is refused as not found, whatever its shape", async () => {
  const none = [
    "/nowhere",
    "/news/2026/11/19/nothing",
    "/news/20x6/11/19/quay",
    "/by/nobody",
    "/partner/nobody",
    "/topic/nothing",
    "/news?after=x",
    "/sitemap-x.xml",
    "/sitemap-2019-01.xml",
    "/nowhere/feed.xml",
    "/by/nobody/feed.atom",
    "/news/2026/11/19/nothing/changes",
  ];
  for (const address of none)
    await assert.rejects(
      show(address, site),
      (cause) => cause instanceof Refusal && cause.code === "page-not-found",
      address,
    );
});
