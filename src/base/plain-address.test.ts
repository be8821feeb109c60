import assert from "node:assert/strict";
import { test } from "node:test";
import { plainAddress } from "./plain-address.ts";

test("what does not tell stories apart is no part of an address", () => {
  const same = [
    "https://harbour.example/ferry?id=7",
    "HTTP://WWW.Harbour.example/ferry?id=7&utm_source=rss&fbclid=x",
    " https://harbour.example/ferry?utm_medium=feed&id=7 ",
  ];
  assert.deepEqual([...new Set(same.map(plainAddress))], ["harbour.example/ferry?id=7"]);
  assert.equal(plainAddress("https://harbour.example/ferry//"), "harbour.example/ferry");
});

test("case, query, place on the page and port do", () => {
  const apart = ["/a", "/A", "/a?p=1", "/a?p=2", "/a#post-1", "/a#post-2", ":8443/a"];
  assert.equal(
    new Set(apart.map((each) => plainAddress(`https://harbour.example${each}`))).size,
    apart.length,
  );
});

test("no address and a front page name no story", () => {
  for (const none of [null, "", " ", "https://harbour.example", "https://www.harbour.example/?utm_source=x"])
    assert.equal(plainAddress(none), null);
});

test("what is no web address stays as it is, without what no database keeps", () => {
  assert.equal(plainAddress("urn:harbour:7"), "urn:harbour:7");
  assert.equal(plainAddress("a\u0000b\uD800"), "ab\uFFFD");
});
