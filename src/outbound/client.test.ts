import assert from "node:assert/strict";
import { test } from "node:test";
import { outboundHouse } from "../../test/house/outbound-house.ts";
import { head, raw, redirect, reply } from "../../test/house/fault-server.ts";
import { codeOf } from "../../test/house/outbound-house.ts";

const address = "http://wire.example/feed";

test("a page arrives with its status, headers, bytes and final address", async () => {
  await using house = await outboundHouse({ "/feed": reply({ body: "<rss/>", headers: { ETag: '"a,b"' } }) });
  const fetched = await house.outbound.fetchPage(address);
  assert.equal(fetched.became, "fetched");
  assert.ok(fetched.became === "fetched");
  assert.equal(Buffer.from(fetched.bytes).toString(), "<rss/>");
  assert.equal(fetched.headers["etag"], '"a,b"');
  assert.equal(fetched.address, address);
  assert.equal(fetched.complete, "proven");
});

test("we say who we are, and neither cookie nor referrer", async () => {
  await using house = await outboundHouse(
    { "/feed": reply({ body: "x", headers: { "set-cookie": "a=b" } }) },
    { userAgent: "Offstone/0.1 (+https://paper.example)" },
  );
  await house.outbound.fetchPage(address);
  await house.outbound.fetchPage(address);
  const headers = house.server.seen.map((each) => each.headers);
  assert.deepEqual(Object.keys(headers[1] ?? {}).toSorted(), [
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "user-agent",
  ]);
  assert.equal(headers[0]?.["user-agent"], "Offstone/0.1 (+https://paper.example)");
  assert.equal(headers[0]?.["host"], "wire.example");
});

test("validators go back byte for byte and a 304 is no failure", async () => {
  const etag = 'W/"strange, \u00e9 unquoted';
  const lastModified = "yesterday-ish";
  await using house = await outboundHouse({ "/feed": raw(head(304, { etag: '"new"' })) });
  const fetched = await house.outbound.fetchPage(address, { etag, lastModified });
  assert.equal(fetched.became, "unchanged");
  assert.equal(house.server.seen[0]?.headers["if-none-match"], etag);
  assert.equal(house.server.seen[0]?.headers["if-modified-since"], lastModified);
});

test("each answer that brings nothing new fails under its own code", async () => {
  const answers: Readonly<Record<string, Parameters<typeof reply>[0]>> = {
    "answer-unasked": { status: 304 },
    "answer-empty": { status: 204 },
    "answer-partial": { status: 206, body: "part" },
    "asked-to-wait": { status: 429 },
    "page-gone": { status: 410 },
    "answer-not-found": { status: 404, body: "<h1>no</h1>" },
    "page-forbidden": { status: 403 },
    "page-refused": { status: 418 },
    "server-failing": { status: 503 },
  };
  for (const [code, answer] of Object.entries(answers)) {
    await using house = await outboundHouse({ "/feed": reply(answer) });
    assert.equal(codeOf(await house.outbound.fetchPage(address)), code);
  }
});

test("a 200 without a byte is a failure", async () => {
  await using house = await outboundHouse({ "/feed": reply({}) });
  assert.equal(codeOf(await house.outbound.fetchPage(address)), "answer-empty");
});

test("being asked to wait says until when", async () => {
  await using house = await outboundHouse({
    "/feed": reply({ status: 503, headers: { "retry-after": "7200" } }),
  });
  const before = Date.now();
  const fetched = await house.outbound.fetchPage(address);
  assert.ok(fetched.became === "failed" && fetched.retryAt !== null);
  assert.equal(fetched.code, "asked-to-wait");
  assert.ok(fetched.retryAt >= before + 7_200_000 && fetched.retryAt <= Date.now() + 7_200_000);
});

test("redirects are followed five times, relative and protocol-relative ones too, and are listed", async () => {
  await using house = await outboundHouse({
    "/feed": redirect("//other.example/1", 301),
    "/1": redirect("2", 303),
    "/2": redirect("/3?a=b", 307),
    "/3?a=b": redirect("http://third.example/\u00c3\u00a9", 308),
    "/%C3%A9": redirect("#here", 302),
  });
  house.server.scripts.set("/%C3%A9", redirect("/end"));
  house.server.scripts.set("/end", reply({ body: "<rss/>" }));
  const fetched = await house.outbound.fetchPage(address);
  assert.ok(fetched.became === "fetched");
  assert.equal(fetched.address, "http://third.example/end");
  assert.deepEqual(
    fetched.hops.map(({ status }) => status),
    [301, 303, 307, 308, 302, 200],
  );
});

test("a sixth redirect, a circle and a redirect without a place end the fetch", async () => {
  await using house = await outboundHouse({ "/feed": redirect("/feed"), "/nowhere": reply({ status: 302 }) });
  assert.equal(codeOf(await house.outbound.fetchPage(address)), "redirects-too-many");
  assert.equal(house.server.seen.length, 6);
  assert.equal(codeOf(await house.outbound.fetchPage("http://wire.example/nowhere")), "redirect-nowhere");
});

test("credentials, own headers included, never reach another origin", async () => {
  await using house = await outboundHouse({
    "/feed": redirect("http://other.example/feed2"),
    "/feed2": redirect("http://wire.example/back"),
    "/back": reply({ body: "x" }),
  });
  const headers = { authorization: "Bearer secret", "x-api-key": "secret" };
  await house.outbound.fetchPage(address, { credentials: { origin: "http://wire.example", headers } });
  assert.deepEqual(
    house.server.seen.map(({ headers: sent }) => [sent["host"], sent["authorization"], sent["x-api-key"]]),
    [
      ["wire.example", "Bearer secret", "secret"],
      ["other.example", undefined, undefined],
      ["wire.example", "Bearer secret", "secret"],
    ],
  );
});

test("a fetch the caller stops is a value too", async () => {
  await using house = await outboundHouse({ "/feed": () => undefined });
  const signal = AbortSignal.timeout(50);
  assert.equal(codeOf(await house.outbound.fetchPage(address, { signal })), "stopped");
});

test("a broken head is refused and nothing crashes or hangs", async () => {
  const body = "\r\nx";
  const heads: Readonly<Record<string, string>> = {
    "5000 headers": `HTTP/1.1 200 OK\r\n${"a: b\r\n".repeat(5000)}${body}`,
    "a header of 1 MB": `HTTP/1.1 200 OK\r\na: ${"b".repeat(1_000_000)}\r\n${body}`,
    "300 headers": `HTTP/1.1 200 OK\r\n${"a: b\r\n".repeat(300)}${body}`,
    "NUL in a value": `HTTP/1.1 200 OK\r\na: b\0c\r\n${body}`,
    "two lengths": `HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n${body}`,
    "length and chunks": `HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n`,
    "two places": `HTTP/1.1 302 Found\r\nlocation: /a\r\nlocation: /b\r\n${body}`,
    "a negative length": `HTTP/1.1 200 OK\r\ncontent-length: -5\r\n${body}`,
    "no HTTP": "SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "notices without end": "HTTP/1.1 103 Early\r\n\r\n".repeat(50) + `HTTP/1.1 200 OK\r\n${body}`,
  };
  for (const [name, bytes] of Object.entries(heads)) {
    await using house = await outboundHouse({ "/feed": raw(bytes) });
    assert.equal(codeOf(await house.outbound.fetchPage(address)), "answer-malformed", name);
  }
});
