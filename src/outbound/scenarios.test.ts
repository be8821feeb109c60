import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";
import { redirect, reply } from "../../test/house/fault-server.ts";
import { codeOf, outboundHouse } from "../../test/house/outbound-house.ts";
import { findClosure } from "./find-closure.ts";

const corpus = new URL("../../../shared/corpora/urls/ssrf-scenarios.jsonl", import.meta.url);
const skip = existsSync(corpus) ? false : "the folder of corpora is not here";

const asked = z.object({
  get: z.url(),
  cname: z.string().optional(),
  resolves: z.array(z.string()),
  answer: z.object({ status: z.number(), location: z.string() }).optional(),
});
const held = z.object({ field: z.string(), value: z.string() });
const scenario = z.object({ id: z.string(), steps: z.array(z.union([asked, held])), expect: z.string() });

const refused = ["address-not-allowed", "port-closed"];

const scenarios = () =>
  readFileSync(corpus, "utf8")
    .trim()
    .split("\n")
    .map((line) => scenario.parse(JSON.parse(line)));

test("every scenario of the corpus ends without a connection to a closed address", { skip }, async () => {
  const ran: string[] = [];
  for (const { id, steps, expect } of scenarios()) {
    await using house = await outboundHouse({ "*": reply({ body: "x" }) });
    for (const step of steps) {
      const address = plain("get" in step ? step.get : step.value);
      const { hostname, pathname } = new URL(address);
      if ("get" in step) {
        house.network.names.set(hostname, step.resolves);
        const { answer } = step;
        if (answer) house.server.scripts.set(pathname, redirect(answer.location, answer.status));
      }
      const code = codeOf(await house.outbound.fetchPage(address));
      const ends = expect.startsWith("blocked, or connected only to the public") ? ["fetched"] : refused;
      assert.ok(ends.includes(code), `${id}: ${code}`);
    }
    for (const { ip } of house.network.dials) assert.equal(findClosure(ip), null, id);
    ran.push(id);
  }
  assert.ok(ran.length >= 9);
});

// The pretend network serves port 80 alone; which scheme was written changes nothing about who may be asked.
const plain = (address: string) => address.replace(/^https:/, "http:");
