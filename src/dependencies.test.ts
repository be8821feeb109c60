import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const manifest: Record<
  "dependencies" | "devDependencies" | "optionalDependencies",
  Record<string, string>
> = JSON.parse(read("package.json"));
const lock: { packages: Record<string, { hasInstallScript?: boolean; resolved?: string }> } = JSON.parse(
  read("package-lock.json"),
);

test("each dependency at run time has its line in docs/dependencies.md, and there are at most 25", () => {
  const named = [...read("docs/dependencies.md").matchAll(/^\| (\S+) +\|/gm)].map((match) => match[1] ?? "");
  const lines = named.filter((name) => name !== "package" && !/^-+$/.test(name));
  assert.deepEqual(lines.toSorted(), Object.keys(manifest.dependencies).toSorted());
  assert.ok(lines.length <= 25);
});

test("every version is pinned", () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  assert.deepEqual(
    Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});

test("no dependency has an install script, none names the host it came from", () => {
  const scripted = Object.entries(lock.packages).filter(
    ([, entry]) => entry.hasInstallScript ?? entry.resolved !== undefined,
  );
  assert.deepEqual(
    scripted.map(([name]) => name),
    [],
  );
});
