import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { loadFolder } from "../base/folder.ts";
import type { CopyCheck } from "./check.ts";
import { example } from "./example.ts";
import { runChecks } from "./run-checks.ts";
import { processorTime } from "../../test/house/processor-time.ts";

const checks = await loadFolder<CopyCheck>(join(import.meta.dirname, "checks"), "check");

test("no two checks have one name, and each names the fault in the words of its file", () => {
  assert.equal(new Set(checks.map(({ name }) => name)).size, checks.length);
  for (const { name } of checks) assert.match(name, /^[a-z]+(-[a-z]+)+$/);
});

for (const check of checks) {
  test(`${check.name} keeps quiet on its clean examples`, () => {
    for (const clean of check.examples.clean) assert.deepEqual(check.look(clean), []);
    assert.ok(check.examples.clean.length > 0);
  });

  test(`${check.name} finds each of its wrong examples and says what to do in a sentence`, () => {
    assert.ok(check.examples.wrong.length > 0);
    for (const wrong of check.examples.wrong) {
      const seen = check.look(wrong);
      assert.ok(seen.length > 0, JSON.stringify(wrong.copy));
      for (const { at, says } of seen) {
        assert.match(says, /^[\p{Lu}“].*[.]$/su);
        assert.match(says, /[:,] /);
        assert.match(at, /^(headline|standfirst|byline|source|mainPicture|body)(\/|$)/);
      }
    }
  });

  test(`${check.name} looks at a thousand words in less than a millisecond`, () => {
    const words = "The minister said on Monday that “nothing” was decided, and Zelenskyy left. ".repeat(8);
    const body = Array.from({ length: 10 }, () => words);
    const [took] = Array.from({ length: 60 }, () => {
      const checked = example({ body });
      const start = processorTime();
      check.look(checked);
      return processorTime() - start;
    }).toSorted((one, other) => one - other);
    assert.ok(took !== undefined && took < 1, `${took} ms`);
  });
}

test("a sound story has no finding at all", () => {
  assert.deepEqual(runChecks(example(), checks), []);
});
