import assert from "node:assert/strict";
import { test } from "node:test";
import { admit, knownQuery } from "./admit.ts";

const judged = (target: string, method = "GET") => {
  const admitted = admit(method, target);
  if ("moved" in admitted) return `→ ${admitted.moved}`;
  if ("refused" in admitted) return admitted.refused.status;
  return "missing" in admitted ? 404 : "in";
};

for (const target of [
  "/",
  "/world",
  "/world/2026/11/23/talks-open",
  "/feed.xml",
  "/world?x=1&y",
  "/by/jos%C3%A9",
  "/picture/01j/320.avif",
])
  test(`${target} may come in as it is`, () => assert.equal(judged(target), "in"));

const moves = {
  "/world/": "/world",
  "/World": "/world",
  "/world/?q=a": "/world?q=a",
  "/%77orld": "/world",
  "/by/jos%c3%a9": "/by/jos%C3%A9",
  "/by/Jos%C3%A9": "/by/jos%C3%A9",
  "/by/jose%CC%81": "/by/jos%C3%A9",
};
for (const [target, to] of Object.entries(moves))
  test(`${target} moves to ${to}`, () => assert.equal(judged(target), `→ ${to}`));

for (const target of [
  "//",
  "//evil.example",
  "//evil.example/",
  "/./world",
  "/x/../world",
  "/%2e%2e/world",
  "/%2E/world",
  "/world%2fstory",
  "/world%5cstory",
  "/world;a=b",
  "/world/..",
  "/world.",
  "/.git/config",
  "/.env",
  "/world//story",
  "/world%00",
])
  test(`${target} is not there`, () => assert.equal(judged(target), 404));

for (const target of [
  "http://evil.example/",
  "evil.example:443",
  "*",
  "",
  "/\\evil",
  "/%ff",
  "/%zz",
  "/a b",
  "/a#b",
])
  test(`${JSON.stringify(target)} is no address`, () => assert.equal(judged(target), 400));

test("a very long path or query is refused before it is taken apart", () => {
  assert.equal(judged(`/${"a".repeat(5000)}`), 414);
  assert.equal(judged(`/?${"a&".repeat(5000)}`), 414);
});

for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "CONNECT", "get"])
  test(`${method} is not a way to read`, () => assert.equal(judged("/", method), 405));

test("where an address moves to, it stays", () => {
  for (const to of Object.values(moves)) assert.equal(judged(to), "in");
});

test("only known parameters of a query count, once each, in one order", () => {
  assert.equal(knownQuery("utm_source=x&q=mud", ["q"]), "q=mud");
  assert.equal(knownQuery("q=b&after=a&q=c", ["q", "after"]), "after=a&q=b");
  assert.equal(knownQuery("q=++two++words+", ["q"]), "q=two+words");
  assert.equal(knownQuery("q=", ["q"]), "");
  assert.equal(knownQuery("q=x", []), "");
  assert.equal(knownQuery("__proto__=x&q=y", ["q"]), "q=y");
});
