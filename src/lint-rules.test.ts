import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";

const level = z.union([z.string(), z.tuple([z.string()]).rest(z.unknown())]);
const rules = z.record(z.string(), level);
const config = z.object({
  categories: rules,
  rules,
  overrides: z.array(z.object({ rules })),
});

test("every lint rule is an error or off: a warning is a rule nobody keeps", () => {
  const file = new URL("../.oxlintrc.json", import.meta.url);
  const { categories, rules: all, overrides } = config.parse(JSON.parse(readFileSync(file, "utf8")));
  const levels = [categories, all, ...overrides.map((each) => each.rules)].flatMap((each) =>
    Object.entries(each).map(([name, said]) => [name, typeof said === "string" ? said : said[0]] as const),
  );
  assert.ok(levels.length > 20);
  for (const [name, said] of levels) assert.match(said, /^(?:error|off)$/, name);
});
