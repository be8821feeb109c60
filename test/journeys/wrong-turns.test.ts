import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { aNinjs } from "../house/a-ninjs.ts";
import { answerIn } from "../house/import-answer.ts";
import { startPaper, type StartedPaper } from "../house/started-paper.ts";

// What goes wrong on a newcomer's way is said in one sentence, costs nothing, and can be put right by the next command.

describe("wrong turns on the command line", { timeout: 90_000 }, () => {
  let paper: StartedPaper;
  before(async () => {
    paper = await startPaper(null, { sample: false });
  });
  after(() => paper?.[Symbol.asyncDispose]());
  const front = async () => (await paper.get("/")).text();

  const unreadable: Readonly<Record<string, string | Uint8Array>> = {
    "empty.txt": "",
    "noise.bin": Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
    "table.csv": "a,b,c\n1,2,3\n4,5,6\n",
    "cut.json": aNinjs().slice(0, 300),
    "bomb.xml": `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`,
    "deep.json": "[".repeat(200_000),
    "not-news.html": "<!doctype html><title>Sign in</title><form><input name=a></form>",
  };
  for (const [name, bytes] of Object.entries(unreadable))
    test(`${name} is refused in one sentence and leaves no half story`, async () => {
      const before = await front();
      const file = await paper.file(name, bytes);
      const said = await paper.offstone("import", file, "--partner", "Anybody", "--publish", "--json");
      const { id, url, status, refusals } = answerIn(said);
      assert.equal(said.code, 1);
      assert.deepEqual({ id, url, status }, { id: null, url: null, status: null });
      assert.equal(refusals.length, 1);
      assert.doesNotMatch(said.err, /\n.*\n|\bat .*:\d+:\d+/);
      assert.equal(await front(), before);
    });

  test("the bytes of what could not be read are set aside", async () => {
    const { out } = await paper.offstone("doctor", "--json");
    assert.equal(JSON.parse(out).setAside, Object.keys(unreadable).length);
  });

  test("a partner that asks first is agreed with by the next command, and the story goes live", async () => {
    const file = await paper.file("ferry.json", aNinjs());
    const waits = await paper.offstone("import", file, "--partner", "Harbour Wire", "--publish", "--json");
    assert.equal(waits.code, 2);
    assert.equal(answerIn(waits).status, "draft");
    const agreed = ["--agreement", "contract", "--publish", "--json"];
    const live = await paper.offstone("import", file, "--partner", "Harbour Wire", ...agreed);
    assert.equal(live.code, 0, live.err);
    assert.equal(answerIn(live).id, answerIn(waits).id);
    assert.equal((await fetch(answerIn(live).url ?? "")).status, 200);
  });

  test("the same copy twice is one story, and a kill takes it away with its reason", async () => {
    const file = await paper.file("ferry.json", aNinjs());
    const { id, url } = answerIn(await paper.offstone("import", file, "--partner", "Harbour Wire", "--json"));
    const again = answerIn(await paper.offstone("import", file, "--partner", "Harbour Wire", "--json"));
    assert.equal(again.id, id);
    const killed = await paper.offstone("kill", url ?? "", "--reason", "The ferry was never there.");
    const done = performance.now();
    const page = await fetch(url ?? "");
    assert.deepEqual([killed.code, page.status], [0, 410]);
    assert.match(await page.text(), /The ferry was never there\./);
    assert.doesNotMatch(await front(), /Ferry to run through the night/);
    assert.ok(performance.now() - done < 2000);
  });

  test("with the newsroom closed a command opens the folder itself and answers alike", async () => {
    const file = await paper.file("second.json", aNinjs({ uri: "https://wire.example/second" }));
    const given = ["import", file, "--partner", "Harbour Wire", "--publish", "--json"];
    const open = await paper.offstone(...given);
    await paper.stop();
    const closed = await paper.offstone(...given);
    assert.equal(closed.code, open.code);
    assert.deepEqual(answerIn(closed), answerIn(open));
    const unread = await paper.offstone("import", await paper.file("empty.txt", ""), "--partner", "Anybody");
    assert.equal(unread.code, 1);
  });
});
