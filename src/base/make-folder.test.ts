import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { makeFolder } from "./make-folder.ts";

test("a folder is made with those above it, for this account alone, and a second time is no harm", (t) => {
  const room = mkdtempSync(join(tmpdir(), "offstone-folder-"));
  t.after(() => rmSync(room, { recursive: true }));
  const folder = join(room, "a", "b");

  makeFolder(folder);
  makeFolder(folder);

  assert.equal(statSync(folder).mode & 0o777, 0o700);
});

test("a place under a file fails at once", (t) => {
  const room = mkdtempSync(join(tmpdir(), "offstone-folder-"));
  t.after(() => rmSync(room, { recursive: true }));
  writeFileSync(join(room, "file"), "");

  assert.throws(() => makeFolder(join(room, "file", "a")), { code: "ENOTDIR" });
});

test("a place where the system makes no folders fails at once", { skip: !existsSync("/proc/self") }, () => {
  assert.throws(() => makeFolder("/proc/offstone-nowhere"), { code: "ENOENT" });
});
