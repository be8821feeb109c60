import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assetAddress, assets } from "./assets.ts";
import { styleHashes, styleOf } from "./style.ts";

const css = readFileSync(join(import.meta.dirname, "style/tokens.css"), "utf8");
const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
const token = (sheet: string, name: string) => new RegExp(`--${name}: ([^;]+);`).exec(sheet)?.[1] ?? "";

test("the tokens are those of the house style", () => {
  const pinned = {
    "size-note": "0.8125rem",
    "size-meta": "0.9375rem",
    "size-body": "1.125rem",
    "size-lead": "1.375rem",
    "size-h3": "1.625rem",
    "size-h2": "1.9375rem",
    "size-h1": "2.3125rem",
    "size-splash": "2.8125rem",
    "leading-head": "1.15",
    "leading-meta": "1.35",
    "leading-body": "1.5",
    "measure-head": "22em",
    "space-1": "0.25rem",
    "space-4": "1rem",
    "space-16": "4rem",
    paper: "#fffdf9",
    ink: "#161616",
  };
  for (const [name, value] of Object.entries(pinned)) assert.equal(token(light, name), value, name);
  // 31em of the text's own size (LOOK.md 6.2).
  assert.equal(Number.parseFloat(token(light, "column")), 31 * 1.125);
});

// LOOK.md 6.3: contrast on paper by day and by night.
const contrasts: readonly [string, number, number][] = [
  ["news", 7.7, 8.1],
  ["world", 7.8, 9.6],
  ["politics", 8.5, 8.8],
  ["business", 7.1, 10.2],
  ["sport", 6.5, 8.9],
  ["opinion", 6.1, 9.7],
  ["culture", 6.7, 10.3],
  ["life", 7.2, 9.1],
  ["ink", 17.8, 15.7],
  ["ink-soft", 10.7, 11.8],
  ["ink-meta", 6.9, 7.8],
];

test("every colour stands off the paper as the house style says, by day and by night", () => {
  for (const [name, day, night] of contrasts) {
    assert.ok(Math.abs(contrast(token(light, name), token(light, "paper")) - day) < 0.1, `${name} by day`);
    assert.ok(Math.abs(contrast(token(dark, name), token(dark, "paper")) - night) < 0.1, `${name} by night`);
  }
});

test("text on tinted grounds can be read too", () => {
  for (const sheet of [light, dark])
    for (const ground of ["notice", "tint", "cut", "added"])
      assert.ok(contrast(token(sheet, "ink"), token(sheet, ground)) >= 7, ground);
});

test("no raw colour stands outside the tokens", () => {
  for (const name of ["base", "parts", "story", "list", "plain"]) {
    const sheet = readFileSync(join(import.meta.dirname, `style/${name}.css`), "utf8");
    assert.doesNotMatch(sheet, /#[0-9a-f]{3,8}\b|rgb|hsl/i, name);
  }
});

test("a style asks only for files that ship with it", () => {
  for (const kind of ["story", "list", "plain"] as const) {
    const addresses = [...styleOf(kind).matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? "");
    assert.ok(addresses.length > 0);
    for (const address of addresses) assert.ok(assets().has(address), address);
  }
});

test("each inlined style has its hash for the security policy", () => {
  assert.equal(new Set(styleHashes).size, 3);
  for (const hash of styleHashes) assert.match(hash, /^'sha256-[A-Za-z0-9+/]{43}='$/);
});

test("an asset is found by name and lies at an address with its hash", () => {
  assert.match(assetAddress("quay.svg"), /^\/art\/[0-9a-f]{12}-quay\.svg$/);
  assert.equal(assets().get(assetAddress("paper.css"))?.type, "text/css; charset=utf-8");
  assert.throws(() => assetAddress("nothing.svg"));
});

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
