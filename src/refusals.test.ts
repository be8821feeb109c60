import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type { RefusalEntry } from "./base/refusal.ts";

const src = import.meta.dirname;
const page = readFileSync(join(src, "../docs/refusals.md"), "utf8");
const catalogues = await Promise.all(
  globSync("*/{refusals,*-refusals}.ts", { cwd: src }).map(async (file) => {
    const module: { refusals?: Record<string, RefusalEntry> } = await import(
      pathToFileURL(join(src, file)).href
    );
    // A file may be about refusals and hold no catalogue.
    return { file, refusals: module.refusals ?? {} };
  }),
);
const codes = catalogues.flatMap(({ refusals }) => Object.keys(refusals));

test("every refusal is explained in docs/refusals.md, and nothing else is", () => {
  const explained = [...page.matchAll(/^## (\S+)$/gm)].map((match) => match[1] ?? "");
  assert.deepEqual(explained.toSorted(), codes.toSorted());
});

test("no two departments use one code", () => {
  assert.equal(new Set(codes).size, codes.length);
});

test("a refusal says one sentence and has a status of the 4xx or 5xx class", () => {
  for (const { refusals } of catalogues)
    for (const [code, { status, says }] of Object.entries(refusals)) {
      assert.match(says, /^\p{Lu}.*[.?]$/u, code);
      assert.ok(status >= 400 && status < 600, code);
    }
});
