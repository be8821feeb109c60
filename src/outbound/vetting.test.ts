import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { systemClock } from "../base/clock.ts";
import { corpora, skipWithout } from "../../test/house/corpora.ts";
import { portOf, redirect, reply } from "../../test/house/fault-server.ts";
import { codeOf, outboundHouse } from "../../test/house/outbound-house.ts";
import { publicIp } from "../../test/house/pretend-network.ts";
import { outboundBy } from "./client.ts";
import { findClosure } from "./find-closure.ts";
import { systemNetwork } from "./network.ts";
import { usualRules } from "./rules.ts";

// CASES appendix A: every host spelling that must be refused.
const ipv4 =
  "127.0.0.1 127.1 127.0.1 0 0.0.0.0 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 127.000.000.001 127.127.127.127 127.0.0.1. 0.1.2.3 ①②⑦.⓪.⓪.① 127。0。0。1 localhost localhost. LOCALHOST";
const ipv6 =
  "::1 :: 0:0:0:0:0:0:0:1 ::ffff:127.0.0.1 ::ffff:7f00:1 0:0:0:0:0:ffff:127.0.0.1 ::127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::7f00:1 2002:7f00:1:: 2002:a9fe:a9fe:: 2001:0:7f00:1:: fe80::1 fc00::1 fd12:3456::1 fec0::1 ff02::1 100::1 2001:db8::1 2001:10::1 2001:20::1 3fff::1 5f00::1";
const special =
  "10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 169.254.0.1 168.63.129.16 100.64.0.1 100.127.255.255 192.0.0.1 192.0.2.1 192.88.99.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255";
const spellings = [...ipv4.split(" "), ...special.split(" "), ...ipv6.split(" ").map((each) => `[${each}]`)];

test("every spelling of a closed address is refused before anything is looked up or dialled, and no canary is hit", async () => {
  // A machine without IPv6 has no second loopback to watch.
  const canaries = (await Promise.allSettled([openCanary("127.0.0.1"), openCanary("::1")])).flatMap((each) =>
    each.status === "fulfilled" ? [each.value] : [],
  );
  assert.ok(canaries.length > 0);
  const ports = [80, 443, 8443, ...canaries.map(({ port }) => port)];
  const dials: unknown[] = [];
  const outbound = outboundBy({
    // The worst look-up there is, and the real way to dial: only the policy stands between.
    lookup: async () => ["127.0.0.1"],
    dial: (to) => {
      dials.push(to);
      return systemNetwork.dial(to);
    },
    clock: systemClock,
    rules: { ...usualRules, ports },
  });
  assert.ok(spellings.length >= 63);
  const addresses = spellings.flatMap((host) => [
    `http://${host}/`,
    `https://${host}:8443/`,
    ...canaries.map(({ port }) => `http://${host}:${port}/`),
  ]);
  for (const address of [...addresses, ...canaries.map(({ port }) => `http://rebound.example:${port}/`)])
    assert.equal(codeOf(await outbound.fetchPage(address)), "address-not-allowed", address);
  assert.deepEqual(dials, []);
  assert.equal(
    canaries.reduce((sum, { hits }) => sum + hits(), 0),
    0,
  );
  for (const { server } of canaries) server.close();
});

test("the public controls pass the policy", () => {
  assert.deepEqual(["8.8.8.8", "2606:4700::1111"].map(findClosure), [null, null]);
});

test("an IPv4 address carried inside a public IPv6 address is judged", () => {
  assert.notEqual(findClosure("2606:4700::5efe:7f00:1"), null);
  assert.notEqual(findClosure("2606:4700::200:5efe:a00:1"), null);
  assert.equal(findClosure("2606:4700::5efe:808:808"), null);
});

const skip = skipWithout("urls");

// Where our policy is not the corpus's, and why.
const onPurpose = new Map([
  ["http://news.example.org:8080/", "only 80 and 443 until the operator adds a port (NET-10)"],
]);

test("the corpus's verdict is ours for every address", { skip }, async () => {
  await using house = await outboundHouse({ "*": reply({ body: "x" }) });
  const internal = ["0x7f000001.1u.ms", "customer.vcap.me"];
  for (const name of internal) house.network.names.set(name, ["127.0.0.1"]);
  const lines = readFileSync(join(corpora, "urls/ssrf-urls.jsonl"), "utf8").trim().split("\n");
  const cases: { url: string; verdict: string }[] = lines.map((line) => JSON.parse(line));
  const wrong: string[] = [];
  for (const { url, verdict } of cases) {
    const before = house.network.dials.length;
    const fetched = await house.outbound.fetchPage(url);
    const dialled = house.network.dials.length > before;
    const isAllowed = fetched.became === "fetched" && dialled;
    const isRefused = fetched.became === "failed" && fetched.phase !== "connect" && !dialled;
    const mayPass = verdict.startsWith("allow") || verdict === "either";
    const mayNot = !verdict.startsWith("allow");
    if (!((isAllowed && mayPass) || (isRefused && mayNot) || (isRefused && onPurpose.has(url))))
      wrong.push(url);
  }
  assert.ok(cases.length > 500);
  assert.deepEqual(wrong, []);
});

test("a name with a closed and an open address is dialled at the open one only", async () => {
  for (const answers of [
    ["10.0.0.1", publicIp],
    [publicIp, "::1"],
  ]) {
    await using house = await outboundHouse({ "*": reply({ body: "x" }) });
    house.network.names.set("two.example", answers);
    assert.equal(codeOf(await house.outbound.fetchPage("http://two.example/")), "fetched");
    assert.deepEqual(house.network.dials, [{ ip: publicIp, port: 80 }]);
  }
});

test("a name that rebinds is looked up once a connection, and vetted anew at each fetch", async () => {
  await using house = await outboundHouse({ "*": reply({ body: "x" }) });
  const answers = [[publicIp], ["127.0.0.1"]];
  house.network.names.set("rebinds.example", () => answers.shift() ?? []);
  assert.equal(codeOf(await house.outbound.fetchPage("http://rebinds.example/")), "fetched");
  assert.equal(house.network.lookups.length, 1);
  assert.equal(house.server.seen[0]?.headers["host"], "rebinds.example");
  assert.equal(codeOf(await house.outbound.fetchPage("http://rebinds.example/")), "address-not-allowed");
  assert.equal(house.network.dials.length, 1);
});

test("a redirect to a closed spelling, another scheme or port is refused at whichever hop", async () => {
  const closed = spellings.map((host) => [`http://${host}/`, "address-not-allowed"] as const);
  const others = [
    ["file:///etc/passwd", "scheme-not-allowed"],
    ["gopher://wire.example/", "scheme-not-allowed"],
    ["data:text/xml,<rss/>", "scheme-not-allowed"],
    ["http://wire.example:6379/", "port-closed"],
    ["//10.0.0.1/x", "address-not-allowed"],
    ["http://a:b@wire.example/", "address-with-password"],
  ] as const;
  await using house = await outboundHouse({});
  for (const [at, [location, code]] of [...closed, ...others].entries()) {
    const hops = 1 + (at % 5);
    for (let hop = 1; hop < hops; hop += 1) house.server.scripts.set(`/${hop}`, redirect(`/${hop + 1}`));
    house.server.scripts.set(`/${hops}`, redirect(Buffer.from(location).toString("latin1")));
    const before = house.network.dials.length;
    assert.equal(codeOf(await house.outbound.fetchPage("http://wire.example/1")), code, location);
    assert.equal(house.network.dials.length - before, hops, location);
  }
});

test("schemes, ports, passwords and our own name are refused by their own codes", async () => {
  await using house = await outboundHouse({}, { ownNames: ["paper.example"] });
  const wanted: readonly (readonly [string, string])[] = [
    ...[22, 25, 6379, 5432, 11211, 0].map((port) => [`http://wire.example:${port}/`, "port-closed"] as const),
    ["http://wire.example:65536/", "address-not-web"],
    ["http://a@wire.example/", "address-with-password"],
    ["https://paper.example/feed.xml", "address-is-ours"],
    ["http://PAPER.example./feed.xml", "address-is-ours"],
    ["feed:http://127.0.0.1/rss", "address-not-allowed"],
    ["feed:file:///etc/passwd", "address-not-allowed"],
    ["blob:http://wire.example/1", "scheme-not-allowed"],
    ["http://wire.example#@127.0.0.1/", "fetched"],
    ["http:\\\\127.0.0.1/", "address-not-allowed"],
    ["ht\ntp://127.0.\t0.1/", "address-not-allowed"],
    ["https:/one-slash", "address-not-allowed"],
    ["", "address-not-web"],
    ["feed://wire.example/rss", "fetched"],
  ];
  house.server.scripts.set("*", reply({ body: "x" }));
  for (const [address, code] of wanted)
    assert.equal(codeOf(await house.outbound.fetchPage(address)), code, address);
});

test("a name in other letters is looked up and named as its ASCII form, and shown in both", async () => {
  await using house = await outboundHouse({ "*": reply({ status: 404 }) });
  const fetched = await house.outbound.fetchPage("http://bücher.example/");
  assert.deepEqual(house.network.lookups, ["xn--bcher-kva.example"]);
  assert.equal(house.server.seen[0]?.headers["host"], "xn--bcher-kva.example");
  assert.ok(fetched.became === "failed" && fetched.says.includes("bücher.example (xn--bcher-kva.example)"));
});

async function openCanary(host: string): Promise<{ server: Server; port: number; hits: () => number }> {
  let hits = 0;
  const server = createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, host, resolve));
  return { server, port: portOf(server), hits: () => hits };
}
