import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { test, type TestContext } from "node:test";
import { openNewsroom } from "../server/newsroom.ts";
import { carryOut } from "./carry-out.ts";
import { receiveCommand } from "./commands-over-line.ts";
import { runCommandLine } from "./main.ts";
import { openPrivateLine } from "./private-line.ts";
import { aShell } from "../../test/house/a-shell.ts";

const story = `{"standard":{"name":"ninjs"},"items":"no"}`;
const feed = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Wire</title><link>https://wire.example/</link><description>d</description>
<item><title>North quay closed</title><link>https://wire.example/1</link><guid>https://wire.example/1</guid>
<description>The board met.</description><content:encoded><![CDATA[<p>The board met on Monday and and closed the quay.</p>]]></content:encoded></item>
</channel></rss>`;

async function aFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "offstone-cli-"));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "wire.xml"), feed);
  await writeFile(join(folder, "odd.json"), story);
  return folder;
}

/** One command, as a shell would give it, in `folder`, on the newsroom in `folder`/data. */
async function offstone(folder: string, args: readonly string[], stdin = "") {
  const { said, streams } = aShell(stdin);
  const env = { OFFSTONE_DATA: join(folder, "data"), OFFSTONE_URL: "https://paper.example" };
  const exit = await runCommandLine(args, { ...streams, env, folder });
  return { ...said, exit };
}

async function aRunningNewsroom(t: TestContext, folder: string): Promise<void> {
  const data = join(folder, "data");
  const newsroom = await openNewsroom({ data, databaseUrl: null, origin: "https://paper.example" });
  const line = await openPrivateLine(data, (socket) => {
    void receiveCommand(socket, async (args, terminal) => carryOut(args, terminal, newsroom));
  });
  t.after(async () => {
    await line.close();
    await newsroom.close();
  });
}

const given: readonly (readonly string[])[] = [
  ["import", "wire.xml", "--agreement", "own", "--section", "World", "--publish"],
  ["import", "wire.xml", "--json"],
  ["import", "-", "--partner", "Other", "--publish", "--json"],
  ["import", "odd.json", "--json"],
  ["import", "none.xml"],
  ["import", "wire.xml", "--agreement", "nonsense"],
  ["import", "wire.xml", "--agreement", "agency"],
  ["import"],
  ["import", "--nonsense"],
  ["check", "wire.xml"],
  ["check", "none.xml"],
  ["staff", "add", "Night Desk", "--role", "Night editor"],
  ["staff", "list"],
  ["source", "list"],
  ["source", "pause", "nowhere"],
  ["publish", "nothing"],
  ["kill", "/world/2026/11/23/nothing", "--reason", "x"],
  ["kill", "nothing"],
  ["doctor"],
];

// Ids and minutes differ between two newsrooms; nothing else may.
const lasting = (text: string) =>
  text
    .replace(/01[0-9a-z]{24}/g, "ID")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replace(/offstone-cli-\w+/g, "F");

test("a command has the same words, answers and exit code whether the newsroom runs or not", async (t) => {
  const [alone, running] = [await aFolder(t), await aFolder(t)];
  await aRunningNewsroom(t, running);
  for (const args of given) {
    const here = await offstone(alone, args, feed);
    const there = await offstone(running, args, feed);
    const what = args.join(" ");
    assert.equal(there.exit, here.exit, what);
    assert.equal(lasting(there.out), lasting(here.out), what);
    assert.equal(lasting(there.err), lasting(here.err), what);
    assert.ok(here.exit === 0 || here.err !== "" || here.out !== "", `${what} fails with a sentence`);
  }
});

type Report = {
  id: string | null;
  url: string | null;
  status: string | null;
  format: string | null;
  warnings: readonly { check: string; says: string; at: string }[];
  refusals: readonly { code: string; says: string }[];
};

test("import answers with exactly what the contract names", async (t) => {
  const folder = await aFolder(t);
  const { out, exit } = await offstone(folder, [...(given[0] ?? []), "--json"]);
  assert.equal(exit, 0);
  const report: Report = JSON.parse(out);
  assert.deepEqual(Object.keys(report), ["id", "url", "status", "format", "warnings", "refusals"]);
  assert.equal(report.status, "live");
  assert.match(report.url ?? "", /^https:\/\/paper\.example\/world\/\d{4}\/\d\d\/\d\d\/north-quay-closed$/);
  assert.ok(report.warnings.some(({ check }) => check === "doubled-word"));
  for (const warning of report.warnings) assert.deepEqual(Object.keys(warning), ["check", "says", "at"]);
});

test("a partner nobody agreed with yet leaves a draft, says why, and exits with 2", async (t) => {
  const { out, exit } = await offstone(await aFolder(t), ["import", "wire.xml", "--publish", "--json"]);
  const report: Report = JSON.parse(out);
  assert.equal(exit, 2);
  assert.equal(report.status, "draft");
  assert.equal(report.url, null);
  assert.ok(report.refusals.length > 0);
});

test("copy that cannot be read exits with 1 and answers as JSON too", async (t) => {
  const { out, err, exit } = await offstone(await aFolder(t), ["import", "odd.json", "--json"]);
  const report: Report = JSON.parse(out);
  assert.equal(exit, 1);
  assert.equal(report.id, null);
  assert.equal(report.refusals.length, 1);
  assert.equal(err.trim().split("\n").length, 1);
});

test("what was backed up comes back whole, and a backup that was altered does not", async (t) => {
  const folder = await aFolder(t);
  await offstone(folder, given[0] ?? []);
  assert.equal((await offstone(folder, ["backup", "kept"])).exit, 0);
  assert.equal(
    (await offstone(folder, ["backup", "kept"])).exit,
    1,
    "not into a folder with something in it",
  );
  const before = (await offstone(folder, ["export"])).out;
  assert.equal(before.trim().split("\n").length, 1);
  assert.equal((await offstone(folder, ["restore", "kept"])).exit, 1, "not over a newsroom");
  await rm(join(folder, "data"), { recursive: true });
  assert.equal((await offstone(folder, ["restore", "kept"])).exit, 0);
  assert.equal((await offstone(folder, ["export"])).out, before);
  await rm(join(folder, "data"), { recursive: true });
  await writeFile(join(folder, "kept", "offstone.db"), "x", { flag: "a" });
  assert.equal((await offstone(folder, ["restore", "kept"])).exit, 1);
});

test("every command has its help", async (t) => {
  const folder = await aFolder(t);
  const { out, exit } = await offstone(folder, ["--help"]);
  assert.equal(exit, 0);
  const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1] ?? "");
  for (const name of [
    "start",
    "import",
    "source",
    "staff",
    "publish",
    "kill",
    "check",
    "backup",
    "restore",
    "doctor",
    "export",
  ]) {
    assert.ok(names.includes(name), name);
    const help = await offstone(folder, [name, "--help"]);
    assert.equal(help.exit, 0);
    assert.match(help.out, new RegExp(`offstone ${name}`));
  }
});

for (const running of [false, true])
  test(`what was given wrongly is refused before anything is done, newsroom ${running ? "running" : "not running"}`, async (t) => {
    const folder = await aFolder(t);
    if (running) await aRunningNewsroom(t, folder);
    for (const args of [
      ["import", "wire.xml", "--partner", ""],
      ["import", "wire.xml", "--section", " "],
      ["import", ""],
      ["import", "wire.xml", "--partner"],
      ["import", "wire.xml", "--partner", "--publish"],
      ["import", "wire.xml", "--publish=yes"],
      ["export", "stories.json"],
      ["doctor", "now"],
    ]) {
      const { exit, out } = await offstone(folder, [...args, "--json"]);
      assert.equal(exit, 1, args.join(" "));
      assert.equal(JSON.parse(out).refusals[0].code, "command-misspelt", args.join(" "));
    }
    const { out } = await offstone(folder, ["doctor", "--json"]);
    assert.equal(JSON.parse(out).counts.copies, 0);
  });

test("a place that cannot be used is named in a refusal, not in a fault", async (t) => {
  const folder = await aFolder(t);
  const refused = await offstone(folder, ["backup", join("wire.xml", "copy"), "--json"]);
  const file = await offstone(folder, ["backup", "wire.xml", "--json"]);

  assert.equal(JSON.parse(refused.out).refusals[0].code, "place-unusable");
  assert.equal(JSON.parse(file.out).refusals[0].code, "place-unusable");
});

test("a reader that closes the pipe is no fault", async (t) => {
  const folder = await aFolder(t);
  const said: string[] = [];
  const gone = new Writable({
    write: (_part, _, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
  });
  const stderr = new Writable({ write: (part, _, done) => (said.push(String(part)), done()) });
  const env = { OFFSTONE_DATA: join(folder, "data") };
  const exit = await runCommandLine(["doctor"], {
    stdin: Readable.from([]),
    stdout: gone,
    stderr,
    env,
    folder,
  });

  assert.equal(exit, 1);
  assert.deepEqual(said, []);
});

test("a file that is no picture is refused before the story it was to come with is taken in", async (t) => {
  const folder = await aFolder(t);
  const order = ["import", "wire.xml", "--agreement", "own", "--picture", "odd.json", "--publish", "--json"];
  const { exit, out } = await offstone(folder, order);

  assert.equal(exit, 1);
  assert.equal(JSON.parse(out).refusals[0].code, "picture-type-refused");
  const doctor = await offstone(folder, ["doctor", "--json"]);
  assert.equal(JSON.parse(doctor.out).counts.stories, 0);
});

test("a draft published as a summary is said to be one", async (t) => {
  const folder = await aFolder(t);
  const taken = await offstone(folder, [
    "import",
    "wire.xml",
    "--agreement",
    "own",
    "--section",
    "World",
    "--json",
  ]);
  const { out } = await offstone(folder, ["publish", JSON.parse(taken.out).id, "--summary"]);

  assert.match(out, /\(summary\)$/m);
});
