import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { bodyFromHtml } from "../../src/story/body-from-html.ts";
import { bodyToPlainHtml } from "../../src/story/body-to-html.ts";
import { anyPayload } from "../house/any-payload.ts";
import {
  controls,
  controlsSeen,
  watchExecutions,
  type Execution,
  type ExecutionWatch,
} from "../house/execution-watch.ts";
import { skipWithout } from "../house/corpora.ts";
import { corpusPayloads } from "../house/payloads.ts";

// CASES XML-22: nothing of the attack lists, and of as many generated again, runs in a real Chromium.

/** What is held against the payloads: a page that shows them all. Point it at any page that shows partners' copy. */
const render = (payloads: readonly string[]): string => page(payloads.map(asBody).join("\n"));

const asBody = (payload: string) => {
  const { body } = bodyFromHtml(payload, { base: "https://partner.example/a/" });
  return `<article>${bodyToPlainHtml(body, { origin: "https://paper.example" })}</article>`;
};

const page = (inside: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>x</title><body>${inside}</body></html>`;

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
const skip = chromium === undefined ? "no Chromium here" : skipWithout("payload-lists");
const batch = 500;

let watch: ExecutionWatch | undefined;
before(async () => {
  if (skip === false && chromium !== undefined) watch = await watchExecutions(chromium);
});
after(() => watch?.close());

test("the watch sees the payloads run where nothing guards the page", { skip, timeout: 60_000 }, async () => {
  const raw = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "<svg onload=alert(3)>",
    "<details open ontoggle=alert(4)>",
  ];
  const executions = await executionsIn(page(raw.join("")));
  assert.deepEqual(executions.map(({ what }) => what).toSorted(), ["1", "2", "3", "4"]);
});

test("nothing of the attack lists runs", { skip, timeout: 300_000 }, async () => {
  await assertNothingRuns(corpusPayloads());
});

test("nothing of 5,000 generated payloads runs", { skip, timeout: 300_000 }, async () => {
  await assertNothingRuns(fc.sample(anyPayload, { numRuns: 5000, seed: 20251201 }));
});

// Each batch is shown beside live controls, which must be seen in it: a batch that hides them proves nothing.
async function assertNothingRuns(payloads: readonly string[]) {
  for (let at = 0; at < payloads.length; at += batch) {
    const html = render(payloads.slice(at, at + batch));
    const executions = await executionsIn(html.replace("</body>", () => `${controls}</body>`));
    assert.deepEqual(seenBy(executions.filter(isControl)), controlsSeen, `controls of batch ${at}`);
    assert.deepEqual(
      executions.filter((each) => !isControl(each)),
      [],
    );
  }
}

async function executionsIn(html: string): Promise<readonly Execution[]> {
  assert.ok(watch);
  return watch.executionsIn(html);
}

const isControl = ({ what }: Execution) => /\bcontrol$/.test(what);
const seenBy = (executions: readonly Execution[]) => [...new Set(executions.map(({ by }) => by))].toSorted();
