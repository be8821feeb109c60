import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { loadFolder } from "./base/folder.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const firstColumn = (page: string) => [...page.matchAll(/^\| (.+?) +\|/gm)].map(([, cell = ""]) => cell);

test("every command stands in the README, and no other", () => {
  const commands = globSync("src/cli/commands/*.ts", { cwd: root }).map((file) => basename(file, ".ts"));
  const named = new Set([...read("README.md").matchAll(/`offstone ([a-z]+)/g)].map(([, name = ""]) => name));
  // `npm start` is how the README starts the newsroom.
  assert.deepEqual([...named, "start"].toSorted(), commands.toSorted());
});

test("every folder that is loaded holds what docs/contracts.md says", async () => {
  const rows = [...read("docs/contracts.md").matchAll(/^\| `(src\/\S+)\/` +\| `(\w+)`/gm)];
  assert.ok(rows.length >= 6);
  for (const [, folder = "", name = ""] of rows)
    assert.ok((await loadFolder(join(root, folder), name)).length > 0, folder);
});

test("every word of docs/words.md is said in the code", () => {
  const code = globSync("src/**/*.ts", { cwd: root, exclude: (file) => file.endsWith(".test.ts") })
    .map(read)
    .join("\n");
  const words = firstColumn(read("docs/words.md")).flatMap((cell) => cell.split(", "));
  assert.deepEqual(
    words.filter((word) => word !== "word" && !/^-+$/.test(word) && !isSaid(word, code)),
    [],
  );
});

const isSaid = (word: string, code: string) =>
  new RegExp(`(?<![a-z])${word.replace(" ", "[ -]?")}`, "i").test(code);
