import assert from "node:assert/strict";
import { test } from "node:test";
import { logTo } from "./log.ts";

const clock = { now: () => 0, steady: () => 0 };

function aLog(plain: boolean) {
  const lines: string[] = [];
  return { log: logTo((line) => lines.push(line), { clock, plain }), lines };
}

test("one event is one line, whatever is said in it", () => {
  for (const plain of [true, false]) {
    const { log, lines } = aLog(plain);
    log.note("story.killed", { reason: "a\nb\r\u2028c\u001b[31m\u009b2J\u202edetrever" });
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? "", /^[\x20-\x7e]+\n$/);
  }
});

test("a line for programs is JSON with the instant and the event", () => {
  const { log, lines } = aLog(false);
  log.note("story.killed", { story: "01j" });
  assert.deepEqual(JSON.parse(lines[0] ?? ""), {
    at: "1970-01-01T00:00:00.000Z",
    event: "story.killed",
    story: "01j",
  });
});

test("a fault has the number that is shown to whom it befell", () => {
  const { log, lines } = aLog(false);
  const id = log.fault("page.failed", new Error("disk full"));
  const line: unknown = JSON.parse(lines[0] ?? "");
  assert.ok(typeof line === "object" && line !== null && "fault" in line);
  assert.equal(line.fault, id);
});
