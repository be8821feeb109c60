import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "../site/page.ts";
import { refuse as refuseSite } from "../site/refusals.ts";
import { anAnswerRoom } from "../../test/house/an-answer-room.ts";
import { createAnswer } from "./match.ts";

const wordPage: Page<string> = {
  path: "/:word",
  type: "text/html; charset=utf-8",
  cached: true,
  query: ["q"],
  load: async ({ params, query }) => {
    if (params["word"] === "none") throw refuseSite("page-not-found");
    if (params["word"] === "broken") throw new Error("a secret of the house");
    if (params["word"] === "old") return { moved: "/new" };
    return { view: `${params["word"]} ${query.get("q") ?? ""}`, tags: ["settings"] };
  },
  render: (view) => view,
};
const fixedPage: Page<string> = {
  path: "/fixed",
  type: "application/rss+xml; charset=utf-8",
  cached: true,
  load: async () => ({ view: "<rss/>", tags: ["settings"], noindex: true }),
  render: (view) => view,
};
const gonePage: Page<string> = {
  path: "/gone/:word",
  type: "text/html; charset=utf-8",
  cached: true,
  load: async () => ({ view: "killed", tags: ["settings"], status: 410 }),
  render: (view) => view,
};
const partPage: Page<string> = {
  path: "/part-:word.xml",
  type: "application/xml; charset=utf-8",
  cached: true,
  load: async ({ params }) => ({ view: `<part>${params["word"]}</part>`, tags: ["settings"] }),
  render: (view) => view,
};
const style = { type: "text/css; charset=utf-8", bytes: Buffer.from("p{}") };

function aServer(more: Parameters<typeof anAnswerRoom>[0] = {}) {
  const room = anAnswerRoom({
    pages: [wordPage, fixedPage, gonePage, partPage],
    assets: async () => new Map([["/style/0-a.css", style]]),
    findRendition: async (path) =>
      path === "/picture/1/320.webp" ? { type: "image/webp", bytes: Buffer.from("RIFF") } : undefined,
    ...more,
  });
  const answer = createAnswer(room);
  return {
    room,
    ask: async (path: string, init: RequestInit = {}) =>
      answer(new Request(`https://paper.example${path}`, init)),
  };
}

test("a page is found by its most fixed address", async () => {
  const { ask } = aServer();
  assert.equal(await (await ask("/fixed")).text(), "<rss/>");
  assert.equal(await (await ask("/other")).text(), "other ");
});

test("a parameter inside a word is read without what stands around it", async () => {
  const { ask } = aServer();
  assert.equal(await (await ask("/part-2026-11.xml")).text(), "<part>2026-11</part>");
  assert.equal(await (await ask("/part-.xml")).text(), "part-.xml ");
});

test("a parameter the page does not read neither reaches it nor splits the cache", async () => {
  const { ask, room } = aServer();
  assert.equal(await (await ask("/a?q=x&utm_source=y")).text(), "a x");
  assert.equal(await (await ask("/a?fbclid=1&q=x")).text(), "a x");
  assert.equal(room.cache.figures.renders, 1);
});

test("what a page refuses becomes a page that says so, with its status", async () => {
  const { ask } = aServer();
  const reply = await ask("/none");
  assert.equal(reply.status, 404);
  assert.match(await reply.text(), /page-not-found/);
});

test("a killed story answers 410", async () => {
  assert.equal((await aServer().ask("/gone/x")).status, 410);
});

test("a page may send readers elsewhere", async () => {
  const reply = await aServer().ask("/old");
  assert.equal(reply.status, 301);
  assert.equal(reply.headers.get("location"), "/new");
});

test("a fault shows its number and nothing else", async () => {
  const reply = await aServer().ask("/broken");
  assert.equal(reply.status, 500);
  assert.doesNotMatch(await reply.text(), /secret/);
});

test("with the store away a page that is not in memory asks the reader to come back", async () => {
  const reply = await aServer({ isReady: async () => false }).ask("/broken");
  assert.equal(reply.status, 503);
  assert.ok(Number(reply.headers.get("retry-after")) > 0);
});

test("a reader who has the page gets 304, and the page again once it changed", async () => {
  const { ask, room } = aServer();
  const etag = (await ask("/a")).headers.get("etag") ?? "";
  assert.match(etag, /^"/);
  const again = await ask("/a", { headers: { "if-none-match": etag } });
  assert.equal(again.status, 304);
  assert.equal(again.headers.get("etag"), etag);
  room.cache.change(new Set(["settings"]));
  assert.equal((await ask("/b", { headers: { "if-none-match": etag } })).status, 200);
});

test("HEAD says what GET would", async () => {
  const { ask } = aServer();
  const [head, get] = [await ask("/a", { method: "HEAD" }), await ask("/a")];
  assert.equal(await head.text(), "");
  assert.deepEqual([...head.headers], [...get.headers]);
});

test("the probes tell whether it can serve and whether it can write", async () => {
  const { ask } = aServer({ isReady: async (what) => what === "read" });
  assert.equal((await ask("/healthz")).status, 200);
  assert.equal((await ask("/readyz")).status, 503);
});

test("an asset and a rendition may be kept by everybody", async () => {
  const { ask } = aServer();
  assert.match((await ask("/style/0-a.css")).headers.get("cache-control") ?? "", /immutable/);
  const picture = await ask("/picture/1/320.webp");
  assert.equal(picture.headers.get("content-type"), "image/webp");
  // A browser asks again each time, so that the picture of a killed story is gone from its shelf too.
  assert.match(picture.headers.get("cache-control") ?? "", /max-age=0, must-revalidate/);
  const again = { headers: { "if-none-match": picture.headers.get("etag") ?? "" } };
  assert.equal((await ask("/picture/1/320.webp", again)).status, 304);
  assert.equal((await ask("/picture/1/321.webp")).status, 404);
});

// ACL-24: a table by class of reply, no exceptions.
const replies: readonly (readonly [path: string, status: number, init?: RequestInit])[] = [
  ["/a", 200],
  ["/fixed", 200],
  ["/gone/x", 410],
  ["/none", 404],
  ["/x/y/z", 404],
  ["/.git/config", 404],
  ["/broken", 500],
  ["/old", 301],
  ["/A", 301],
  ["/a", 405, { method: "POST" }],
  ["/healthz", 200],
  ["/style/0-a.css", 200],
  ["/picture/1/320.webp", 200],
  [`/${"a".repeat(3000)}`, 414],
];
const always = [
  "content-type",
  "content-length",
  "cache-control",
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "strict-transport-security",
];
for (const [path, status, init] of replies)
  test(`${init?.method ?? "GET"} ${path.slice(0, 30)} (${status}) goes with every header`, async () => {
    const reply = await aServer().ask(path, init);
    assert.equal(reply.status, status);
    assert.deepEqual(
      always.filter((name) => !reply.headers.has(name)),
      [],
    );
    const policy = reply.headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /script-src|unsafe|\*/);
    if (status >= 300 && status !== 410) assert.equal(reply.headers.get("cache-control"), "no-store");
    if (status === 405) assert.equal(reply.headers.get("allow"), "GET, HEAD");
  });

test("a paper reached over plain HTTP does not promise HTTPS", async () => {
  const reply = await aServer({ origin: "http://localhost:4000" }).ask("/a");
  assert.equal(reply.headers.get("strict-transport-security"), null);
});
