import assert from "node:assert/strict";
import { test } from "node:test";
import { aWireItem } from "../../test/house/a-wire-item.ts";
import { aBody } from "../../test/house/a-body.ts";
import { areTwoStories, keyApart } from "./file-identity.ts";

const ferry = aWireItem();
const school = aWireItem({
  headline: "School roof mended before winter",
  standfirst: "Parents raised half of what was needed",
  body: aBody("Slates went up on Monday."),
  source: { name: null, address: "https://harbour.example/school-roof" },
});
const acrossCopies = { inOneCopy: false };

test("other words at another address under one key are two stories", () => {
  assert.equal(areTwoStories(ferry, school, acrossCopies), true);
});

test("other words at the same address are one story rewritten", () => {
  assert.equal(areTwoStories(ferry, { ...school, source: ferry.source }, acrossCopies), false);
});

test("the same words at another address are one story that moved", () => {
  assert.equal(areTwoStories(ferry, { ...ferry, source: school.source }, acrossCopies), false);
});

test("http and https, www and a last slash do not make two stories", () => {
  const source = { name: null, address: "http://www.harbour.example/ferry-night/" };
  assert.equal(areTwoStories(ferry, { ...school, source }, acrossCopies), false);
});

test("without addresses only one document with both can tell that they are two stories", () => {
  const [one, other] = [ferry, school].map((item) => ({ ...item, source: { name: null, address: null } }));
  assert.ok(one && other);
  assert.equal(areTwoStories(one, other, { inOneCopy: true }), true);
  assert.equal(areTwoStories(one, other, acrossCopies), false);
});

test("an order to kill is meant for the item it names, whatever its words", () => {
  assert.equal(areTwoStories(ferry, { ...school, status: "killed" }, acrossCopies), false);
});

test("the key apart is the address, else the content", () => {
  assert.equal(keyApart(school, "abc"), "address:harbour.example/school-roof");
  assert.equal(keyApart({ ...school, source: { name: null, address: null } }, "abc"), "content:abc");
});
