import assert from "node:assert/strict";
import { once } from "node:events";
import { Socket } from "node:net";
import { test } from "node:test";
import { certificateFor } from "../../test/house/certificate.ts";
import { drip, head, openFaultServer, redirect, reply, silence } from "../../test/house/fault-server.ts";
import { codeOf, outboundHouse } from "../../test/house/outbound-house.ts";
import { pretendNetwork } from "../../test/house/pretend-network.ts";
import { days, systemClock } from "../base/clock.ts";
import { outboundBy } from "./client.ts";
import type { Fetched } from "./fetched.ts";
import { usualRules } from "./rules.ts";

const limits = { lookup: 100, connect: 100, tls: 100, firstByte: 100, total: 400 };
const address = "http://wire.example/feed";
const became = (fetched: Fetched) =>
  fetched.became === "failed" ? `${fetched.code} in ${fetched.phase}` : fetched.became;

test("each phase has a limit of its own, and the failure names it", async () => {
  await using house = await outboundHouse({ "/feed": silence }, { limits });
  assert.equal(became(await house.outbound.fetchPage(address)), "timed-out in first-byte");
  house.network.names.set("hangs.example", () => new Promise(() => undefined));
  assert.equal(became(await house.outbound.fetchPage("http://hangs.example/")), "timed-out in lookup");
  const full = outboundBy({
    ...house.network,
    // A backlog that is full: the connection neither stands nor fails.
    dial: () => new Socket(),
    clock: systemClock,
    rules: { ...usualRules, limits },
  });
  assert.equal(became(await full.fetchPage(address)), "timed-out in connect");
  const stalls = outboundBy({
    // The plain server never answers a TLS greeting.
    ...pretendNetwork({ 443: house.server.port }),
    clock: systemClock,
    rules: { ...usualRules, limits },
  });
  assert.equal(became(await stalls.fetchPage("https://wire.example/")), "timed-out in tls");
});

test("a drip, in the head or in the body, ends with the total time", async () => {
  await using house = await outboundHouse(
    {
      "/head": drip("HTTP/1.1 200 OK\r\nx: ", 20),
      "/body": drip(head(200), 20),
      "/hops": async (socket, seen) => {
        await new Promise((resolve) => setTimeout(resolve, 90));
        return redirect("/hops")(socket, seen);
      },
    },
    { limits: { ...limits, firstByte: 10_000 } },
  );
  for (const [path, phase] of [
    ["head", "first-byte"],
    ["body", "body"],
    ["hops", "first-byte"],
  ] as const) {
    const began = performance.now();
    const fetched = await house.outbound.fetchPage(`http://wire.example/${path}`);
    assert.equal(became(fetched), `timed-out in ${phase}`);
    assert.ok(performance.now() - began < 1000);
  }
});

test("an unknown name, a failing look-up, a closed door and a broken connection are four things", async () => {
  await using house = await outboundHouse(
    { "/feed": (socket) => void socket.destroy() },
    { ports: [80, 81] },
  );
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  house.network.names.set("unknown.example", failing("ENOTFOUND"));
  house.network.names.set("nothing.example", failing("ENODATA"));
  house.network.names.set("empty.example", []);
  house.network.names.set("failing.example", failing("ESERVFAIL"));
  house.network.names.set(
    "many.example",
    Array.from({ length: 64 }, (_, at) => `93.184.216.${at}`),
  );
  house.network.names.set("six.example", ["2606:4700::1111"]);
  for (const [url, wanted] of [
    ["http://unknown.example/", "name-unknown in lookup"],
    ["http://nothing.example/", "name-unknown in lookup"],
    ["http://empty.example/", "name-unknown in lookup"],
    ["http://failing.example/", "name-lookup-failed in lookup"],
    ["http://wire.example:81/", "connection-refused in connect"],
    ["http://many.example:81/", "connection-refused in connect"],
    ["http://six.example/feed", "connection-broken in first-byte"],
    [address, "connection-broken in first-byte"],
  ] as const)
    assert.equal(became(await house.outbound.fetchPage(url)), wanted, url);
  assert.equal(house.network.dials.filter(({ ip }) => ip.startsWith("93.184.216.")).length < 10, true);
});

const now = Date.now();
const valid = { from: new Date(now - days(10)), until: new Date(now + days(10)) };

test("a good certificate passes, and TLS names the host", async () => {
  const certificate = certificateFor("wire.example", valid);
  await using house = await tlsHouse(certificate, certificate.cert);
  assert.equal(codeOf(await house.fetchPage("https://wire.example/")), "fetched");
  assert.equal(house.named(), "wire.example");
});

test("a certificate that is expired, for another name or signed by nobody is refused before anything is asked", async () => {
  const expired = certificateFor("wire.example", { ...valid, until: new Date(now - days(1)) });
  const other = certificateFor("other.example", valid);
  const unsigned = certificateFor("wire.example", valid);
  for (const [certificate, trusts] of [
    [expired, expired.cert],
    [other, other.cert],
    [unsigned, null],
  ] as const) {
    await using house = await tlsHouse(certificate, trusts);
    assert.equal(became(await house.fetchPage("https://wire.example/")), "certificate-refused in tls");
    assert.equal(house.asked(), 0);
  }
});

test("a redirect from a safe connection to an open one is not followed", async () => {
  const certificate = certificateFor("wire.example", valid);
  await using house = await tlsHouse(certificate, certificate.cert);
  assert.equal(codeOf(await house.fetchPage("https://wire.example/down")), "redirect-downgraded");
});

async function tlsHouse(certificate: ReturnType<typeof certificateFor>, trusts: string | null) {
  const server = await openFaultServer({ certificate });
  let named: unknown;
  server.scripts.set("/", (socket, seen) => {
    named = "servername" in socket ? socket.servername : undefined;
    return reply({ body: "x" })(socket, seen);
  });
  server.scripts.set("/down", redirect("http://wire.example/"));
  const network = pretendNetwork({ 443: server.port });
  const outbound = outboundBy({ ...network, clock: systemClock, rules: { ...usualRules, trusts } });
  return {
    fetchPage: outbound.fetchPage,
    asked: () => server.seen.length,
    named: () => named,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

test("never more than two connections to a host and sixteen in all, and all get their turn", async () => {
  const open = new Map<string, number>();
  let most = { perHost: 0, overall: 0 };
  await using house = await outboundHouse({
    "*": async (socket, { headers }) => {
      const host = headers["host"] ?? "";
      open.set(host, (open.get(host) ?? 0) + 1);
      const overall = [...open.values()].reduce((sum, count) => sum + count, 0);
      most = {
        perHost: Math.max(most.perHost, open.get(host) ?? 0),
        overall: Math.max(most.overall, overall),
      };
      await new Promise((resolve) => setTimeout(resolve, 5));
      open.set(host, (open.get(host) ?? 1) - 1);
      await reply({ body: "x" })(socket, { path: "", head: "", headers: {} });
      await once(socket, "close");
    },
  });
  const asked = Array.from({ length: 120 }, (_, at) => `http://host${at % 10}.example/${at}`);
  const answers = await Promise.all(asked.map((url) => house.outbound.fetchPage(url)));
  assert.deepEqual(new Set(answers.map(codeOf)), new Set(["fetched"]));
  assert.deepEqual(most, { perHost: 2, overall: 16 });
});

test("hosts that keep us waiting do not hold up one that is well", async () => {
  await using house = await outboundHouse({ "/slow": silence, "/feed": reply({ body: "x" }) }, { limits });
  const slow = Array.from({ length: 50 }, (_, at) => `http://slow${at}.example/slow`);
  await Promise.all(slow.map((url) => house.outbound.fetchPage(url)));
  const again = Promise.all(slow.map((url) => house.outbound.fetchPage(url)));
  const began = performance.now();
  assert.equal(codeOf(await house.outbound.fetchPage(address)), "fetched");
  assert.ok(performance.now() - began < limits.firstByte);
  await again;
});
