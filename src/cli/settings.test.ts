import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../base/refusal.ts";
import { readSettings } from "./settings.ts";

test("with nothing set a newsroom opens on this machine alone, in ./data, with the sample edition", () => {
  const { data, ...rest } = readSettings({});
  assert.ok(data.endsWith("/data"));
  assert.deepEqual(rest, {
    port: 4000,
    host: "127.0.0.1",
    origin: "http://localhost:4000",
    databaseUrl: null,
    sample: true,
  });
});

test("an empty setting counts as not set", () => {
  assert.equal(readSettings({ PORT: "", OFFSTONE_URL: " " }).port, 4000);
});

test("the public address keeps no slash at its end", () => {
  assert.equal(readSettings({ OFFSTONE_URL: "https://Paper.example/" }).origin, "https://paper.example");
});

const bad: Readonly<Record<string, string>>[] = [
  { PORT: "eighty" },
  { PORT: "70000" },
  { PORT: "-1" },
  { HOST: "a b" },
  { OFFSTONE_URL: "paper.example" },
  { OFFSTONE_URL: "https://paper.example/news" },
  { OFFSTONE_URL: "https://me:secret@paper.example" },
  { DATABASE_URL: "mysql://localhost/x" },
  { OFFSTONE_SAMPLE: "maybe" },
];
for (const environment of bad)
  test(`${JSON.stringify(environment)} is refused by name`, () => {
    assert.throws(
      () => readSettings(environment),
      (error) =>
        error instanceof Refusal &&
        error.code === "setting-unreadable" &&
        error.says.includes(Object.keys(environment)[0] ?? "?"),
    );
  });

test("a database address that does not do is not repeated, since it holds a password", () => {
  assert.throws(
    () => readSettings({ DATABASE_URL: "mysql://me:secret@db/x" }),
    (error) => error instanceof Refusal && !error.says.includes("secret"),
  );
});
