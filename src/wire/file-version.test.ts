import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decideVersion, type KnownVersion, type VersionFacts } from "./file-version.ts";

type Sketch = Partial<VersionFacts["item"]> & { hash?: string; copy?: string };
const version = ({ hash, copy, ...item }: Sketch): VersionFacts => ({
  copy: copy ?? "copy-2",
  hash: hash ?? `hash of ${item.versionKey ?? "1"}`,
  item: { versionKey: "1", versionOrder: null, versionCreated: null, status: "usable", ...item },
});
const held = (sketch: Sketch): KnownVersion => ({ id: "held", ...version({ copy: "copy-1", ...sketch }) });
const decide = (arriving: Sketch, known: Sketch) => decideVersion(version(arriving), [held(known)], "held");

test("the first version of an item is new", () => {
  assert.deepEqual(decideVersion(version({}), [], null), { became: "new", flagged: false });
});

test("a version that is here already is the same, and named", () => {
  assert.deepEqual(decide({ versionOrder: 3 }, { versionOrder: 3 }), { became: "same", as: "held" });
});

test("the format's own order decides before any date", () => {
  const later = { versionKey: "2", versionOrder: 2, versionCreated: 10 };
  assert.deepEqual(decide(later, { versionOrder: 1, versionCreated: 99 }), {
    became: "update",
    flagged: false,
  });
  assert.deepEqual(decide({ versionKey: "0", versionOrder: 0, versionCreated: 99 }, { versionOrder: 1 }), {
    became: "older",
    flagged: false,
  });
});

test("without an order the time decides, and without a time the arrival", () => {
  assert.equal(decide({ versionKey: "2", versionCreated: 5 }, { versionCreated: 9 }).became, "older");
  assert.equal(decide({ versionKey: "2", versionCreated: 9 }, { versionCreated: 5 }).became, "update");
  assert.equal(decide({ versionKey: "2" }, {}).became, "update");
});

test("the same version with other content is kept and flagged, and does not replace the first", () => {
  assert.deepEqual(decide({ versionOrder: 1, hash: "other" }, { versionOrder: 1 }), {
    became: "older",
    flagged: true,
  });
});

test("a kill without a new version number counts all the same", () => {
  assert.deepEqual(decide({ versionOrder: 1, hash: "other", status: "killed" }, { versionOrder: 1 }), {
    became: "update",
    flagged: true,
  });
  assert.deepEqual(decide({ versionOrder: 1, hash: "other" }, { versionOrder: 1, status: "killed" }), {
    became: "older",
    flagged: true,
  });
});

test("the same bytes read by a mended reader update the version they made", () => {
  assert.deepEqual(decide({ copy: "copy-1", hash: "better" }, {}), { became: "update", flagged: false });
});

test("whatever the order of arrival, the highest number counts in the end and nothing is filed twice", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }), (numbers) => {
      const known: KnownVersion[] = [];
      let current: string | null = null;
      for (const [at, number] of numbers.entries()) {
        const arriving = version({ versionKey: `${number}`, versionOrder: number });
        const decided = decideVersion(arriving, known, current);
        if (decided.became === "same") continue;
        const id = `version-${at}`;
        known.push({ id, ...arriving });
        if (decided.became !== "older") current = id;
      }
      assert.equal(known.length, new Set(numbers).size);
      assert.equal(known.find(({ id }) => id === current)?.item.versionOrder, Math.max(...numbers));
    }),
  );
});
