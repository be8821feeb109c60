import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Page } from "../site/page.ts";
import { anAnswerRoom } from "../../test/house/an-answer-room.ts";
import { createDoor } from "./door.ts";
import { createAnswer } from "./match.ts";

const words = "Words of the story, many of them. ".repeat(200);
const page: Page<string> = {
  path: "/:word",
  type: "text/html; charset=utf-8",
  cached: true,
  load: async ({ params }) => ({ view: words + params["word"], tags: ["settings"] }),
  render: (view) => view,
};

async function aDoor(t: TestContext) {
  const room = anAnswerRoom({ pages: [page] });
  const server = createDoor(room, createAnswer(room)).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(isInet(address));
  return { port: address.port, room };
}

const isInet = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === "object" && address !== null;

/** Sends bytes as they are and gives all that comes back until the other side closes, or is silent so long (ms). */
async function raw(port: number, request: string, silence = 500): Promise<Buffer> {
  const socket = connect(port, "127.0.0.1");
  const parts: Buffer[] = [];
  const late = setTimeout(() => socket.destroy(), silence);
  socket.on("data", (part) => {
    parts.push(part);
    late.refresh();
  });
  socket.on("error", () => {});
  socket.write(request, "latin1");
  await new Promise((done) => socket.once("close", done));
  clearTimeout(late);
  return Buffer.concat(parts);
}

const get = (path: string, more: readonly string[] = [], method = "GET") =>
  `${[`${method} ${path} HTTP/1.1`, "Host: paper.example", "Connection: close", ...more].join("\r\n")}\r\n\r\n`;

function read(reply: Buffer) {
  const end = reply.indexOf("\r\n\r\n");
  const [first = "", ...lines] = reply.toString("latin1", 0, end).split("\r\n");
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(": ");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)] as const;
    }),
  );
  return { status: Number(first.split(" ")[1]), headers, body: reply.subarray(end + 4) };
}

const ours = ["date", "connection", "keep-alive"];
const lasting = (headers: ReadonlyMap<string, string>) =>
  Object.fromEntries([...headers].filter(([name]) => !ours.includes(name)));

test("a page from memory is byte for byte the page that was rendered, with the same headers", async (t) => {
  const { port, room } = await aDoor(t);
  const cold = read(await raw(port, get("/a")));
  const warm = read(await raw(port, get("/a")));
  assert.equal(room.cache.figures.renders, 1);
  assert.equal(warm.status, 200);
  assert.deepEqual(lasting(warm.headers), lasting(cold.headers));
  assert.ok(warm.body.equals(cold.body));
  assert.equal(warm.body.toString(), `${words}a`);
});

test("each coding holds the same page", async (t) => {
  const { port, room } = await aDoor(t);
  const plain = read(await raw(port, get("/a"))).body;
  const zipped = read(await raw(port, get("/a", ["Accept-Encoding: gzip"])));
  assert.equal(zipped.headers.get("content-encoding"), "gzip");
  assert.equal(Number(zipped.headers.get("content-length")), zipped.body.length);
  assert.ok(gunzipSync(zipped.body).equals(plain));
  await raw(port, get("/a", ["Accept-Encoding: br"]));
  await raw(port, get("/a", ["Accept-Encoding: br"]));
  while (!room.cache.hit("/a")?.brotli) await new Promise((done) => setTimeout(done, 2));
  const dense = read(await raw(port, get("/a", ["accept-encoding: gzip, deflate, br"])));
  assert.equal(dense.headers.get("content-encoding"), "br");
  assert.ok(brotliDecompressSync(dense.body).equals(plain));
  assert.ok(dense.body.length < zipped.body.length);
});

test("HEAD and If-None-Match are answered from memory without a body", async (t) => {
  const { port } = await aDoor(t);
  const { headers } = read(await raw(port, get("/a")));
  const head = read(await raw(port, get("/a", [], "HEAD")));
  assert.deepEqual(lasting(head.headers), lasting(headers));
  assert.equal(head.body.length, 0);
  const unchanged = read(await raw(port, get("/a", [`If-None-Match: ${headers.get("etag")}`])));
  assert.equal(unchanged.status, 304);
  assert.equal(unchanged.body.length, 0);
  assert.equal(unchanged.headers.get("etag"), headers.get("etag"));
});

test("a thousand requests on one connection are answered in order", async (t) => {
  const { port } = await aDoor(t);
  const one = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
  const reply = await raw(port, one.repeat(999) + get("/b"), 20_000);
  assert.equal(reply.toString().split("HTTP/1.1 200 OK").length - 1, 1000);
  assert.ok(reply.toString().endsWith("b"));
});

const malformed: readonly (readonly [says: string, request: string])[] = [
  ["two lengths", "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
  [
    "a length and chunks",
    "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ],
  ["a bad chunk", "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
  ["no host", "GET /a HTTP/1.1\r\n\r\n"],
  ["a folded header", "GET /a HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n"],
  ["bare line feeds", "GET /a HTTP/1.1\nHost: x\n\n"],
  ["an absolute address", get("http://evil.example/a")],
  ["an authority", "CONNECT evil.example:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["64 KB of headers", get("/a", [`A: ${"b".repeat(64_000)}`])],
  ["a megabyte of address", get(`/${"a".repeat(1_000_000)}`)],
  ["100,000 parameters", get(`/a?${"a=1&".repeat(100_000)}`)],
  ["a bad percent sign", get("/%zz")],
  ["a space in the address", get("/a b")],
  ["a NUL", get("/a\0b")],
  ["rubbish", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03"],
  ["another protocol", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
];
for (const [says, request] of malformed)
  test(`a request with ${says} gets a 4xx or the door, and the next reader a page`, async (t) => {
    const { port } = await aDoor(t);
    const reply = await raw(port, request);
    if (reply.length > 0) {
      const { status, headers } = read(reply);
      assert.ok(status >= 400 && status < 500, String(status));
      assert.ok(headers.has("content-security-policy"));
      assert.equal(headers.get("cache-control"), "no-store");
    }
    assert.equal(read(await raw(port, get("/a"))).status, 200);
  });

test("a header called __proto__ and an offer to upgrade change nothing", async (t) => {
  const { port } = await aDoor(t);
  const odd = ["__proto__: x", "Upgrade: websocket", "Connection: upgrade"];
  assert.equal(read(await raw(port, get("/a", odd))).status, 200);
});

test("the address and the host a proxy names do not count", async (t) => {
  const { port } = await aDoor(t);
  const odd = ["X-Forwarded-Host: evil.example", "X-Original-URL: /b", "Forwarded: host=evil.example"];
  const reply = read(await raw(port, get("/a", odd)));
  assert.equal(reply.body.toString(), `${words}a`);
});

test("dots and doubled slashes are judged as they were sent, not as a library tidies them", async (t) => {
  const { port } = await aDoor(t);
  for (const path of ["/x/../a", "/./a", "/%2e/a", "//a", "/a;x=y", "/%2fa"])
    assert.equal(read(await raw(port, get(path))).status, 404, path);
  assert.equal(read(await raw(port, get("/a/"))).headers.get("location"), "/a");
});
