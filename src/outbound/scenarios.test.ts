import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { z } from "zod";
import { corpora, skipWithout } from "../../test/house/corpora.ts";
import { redirect, reply } from "../../test/house/fault-server.ts";
import { codeOf, outboundHouse } from "../../test/house/outbound-house.ts";
import { publicIp } from "../../test/house/pretend-network.ts";
import { findClosure } from "./find-closure.ts";

const skip = skipWithout("urls");

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
  readFileSync(join(corpora, "urls/ssrf-scenarios.jsonl"), "utf8")
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

test("a proxy named in the environment is never asked: only the operator's own network is", async (t) => {
  const names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"];
  const before = names.map((name) => [name, process.env[name]] as const);
  t.after(() => {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });
  for (const name of names) process.env[name] = "http://127.0.0.1:3128";
  await using house = await outboundHouse({ "*": reply({ body: "x" }) });
  assert.equal(codeOf(await house.outbound.fetchPage("http://wire.example/")), "fetched");
  assert.deepEqual(house.network.dials, [{ ip: publicIp, port: 80 }]);
  assert.equal(house.server.seen[0]?.path, "/");
});
