import assert from "node:assert/strict";
import { readFileSync, globSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { test } from "node:test";

const src = import.meta.dirname;
const level: Record<string, number> = {
  base: 0,
  story: 1,
  store: 2,
  outbound: 2,
  picture: 3,
  account: 3,
  advert: 3,
  wire: 4,
  desk: 4,
  site: 4,
  server: 5,
  cli: 6,
};
const files = globSync("**/*.ts", { cwd: src });
const arrows = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

test("imports point down: never sideways, never up, types count", () => {
  const wrong = arrows.filter(({ file, target }) => !mayImport(roomOf(file), roomOf(target)));
  assert.deepEqual(
    wrong.map(({ file, target }) => `${file} → ${target}`),
    [],
  );
});

test("there is no cycle of imports", () => {
  assert.deepEqual(findCycle(), []);
});

test("browser code sees only base, story and the desk's contracts", () => {
  const browser = /^(desk\/screens|site\/islands)\//;
  const wrong = arrows.filter(
    ({ file, target }) =>
      browser.test(file) && !browser.test(target) && !/^(base|story|desk\/contracts)\//.test(target),
  );
  assert.deepEqual(wrong, []);
});

test("no file is called index, utils, helpers, common, manager, service or types", () => {
  assert.deepEqual(
    files.filter((file) =>
      /(^|\/)(index|utils?|helpers?|common|shared|misc|managers?|services?|types|impl)\.ts$/.test(file),
    ),
    [],
  );
});

function roomOf(file: string): string {
  return file.includes(sep) ? (file.split(sep)[0] ?? "") : file;
}

// main.ts and the tests that lie beside it stand above all rooms. Tests of any room may use the makers in test/.
function mayImport(from: string, to: string): boolean {
  if (from.endsWith(".ts") || from === to) return true;
  return (level[from] ?? -1) > (level[to] ?? 99);
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  const targets = named.map((name) => relative(src, join(src, dirname(file), name)));
  return targets.filter((target) => !target.startsWith(".."));
}

function findCycle(): string[] {
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): string[] => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return [];
    trail.push(file);
    for (const { target } of arrows.filter((arrow) => arrow.file === file)) {
      const cycle = visit(target);
      if (cycle.length > 0) return cycle;
    }
    trail.pop();
    done.add(file);
    return [];
  };
  return files.map(visit).find((cycle) => cycle.length > 0) ?? [];
}
