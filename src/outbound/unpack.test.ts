import assert from "node:assert/strict";
import { test } from "node:test";
import * as zlib from "node:zlib";
import { Refusal } from "../base/refusal.ts";
import { drip, head, raw, reply } from "../../test/house/fault-server.ts";
import { codeOf, outboundHouse } from "../../test/house/outbound-house.ts";
import { unpack } from "./unpack.ts";
import { usualRules } from "./rules.ts";

const address = "http://wire.example/feed";
const text = `<rss>${Array.from({ length: 60_000 }, (_, at) => `<item>${at * 7919}</item>`).join("")}</rss>`;
const packers: Readonly<Record<string, (bytes: string) => Buffer>> = {
  gzip: (bytes) => zlib.gzipSync(bytes),
  "x-gzip": (bytes) => zlib.gzipSync(bytes),
  deflate: (bytes) => zlib.deflateSync(bytes),
  Deflate: (bytes) => zlib.deflateRawSync(bytes),
  br: (bytes) => zlib.brotliCompressSync(bytes),
  zstd: (bytes) => zlib.zstdCompressSync(bytes),
  " identity ": (bytes) => Buffer.from(bytes),
};

const unpacked = (bytes: Uint8Array, declared: string, most = 4_000_000) =>
  unpack({ raw: bytes, declared, most, host: "wire.example" });
const refusedWith = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test("every coding that is offered is undone", async () => {
  for (const [coding, pack] of Object.entries(packers)) {
    const { bytes, cut } = await unpacked(pack(text), coding);
    assert.equal(Buffer.from(bytes).toString(), text, coding);
    assert.equal(cut, false, coding);
  }
});

test("a wrong declaration is seen through by the first bytes", async () => {
  for (const coding of ["gzip", "br", "deflate", "zstd", "rot13"])
    assert.equal(Buffer.from((await unpacked(Buffer.from(text), coding)).bytes).toString(), text, coding);
  for (const coding of ["", "br", "identity", "deflate"])
    assert.equal(Buffer.from((await unpacked(zlib.gzipSync(text), coding)).bytes).toString(), text, coding);
});

test("two codings, a thousand codings and an unknown one are refused", async () => {
  const bytes = zlib.gzipSync(zlib.gzipSync(text));
  for (const coding of ["gzip, gzip", Array(1000).fill("gzip").join(","), "compress"])
    await assert.rejects(unpacked(bytes.subarray(4), coding), refusedWith("coding-refused"));
});

test("a body cut inside its coding gives what could be read, and says so", async () => {
  for (const [coding, pack] of Object.entries(packers).filter(([name]) => name !== " identity ")) {
    const whole = pack(text);
    const { bytes, cut } = await unpacked(whole.subarray(0, Math.floor(whole.length * 0.9)), coding);
    assert.equal(cut, true, coding);
    assert.ok(bytes.length > 0 && text.startsWith(Buffer.from(bytes).toString()), coding);
  }
});

test("damage from the start is refused", async () => {
  const bytes = zlib.gzipSync(text);
  bytes.fill(255, 10);
  await assert.rejects(unpacked(bytes, "gzip"), refusedWith("coding-broken"));
});

const zeros = Buffer.alloc(200_000_000);
const bombs = new Map([
  ["gzip", zlib.gzipSync(zeros, { level: 9 })],
  ["deflate", zlib.deflateSync(zeros)],
  ["br", zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } })],
  ["zstd", zlib.zstdCompressSync(zeros)],
]);

test("a bomb is refused within a second and 64 MB, whatever it is packed with and asked for as", async () => {
  for (const kind of ["feed", "page"] as const)
    for (const [coding, body] of bombs) {
      await using house = await outboundHouse({
        "/feed": reply({ body, headers: { "content-encoding": coding } }),
      });
      const began = performance.now();
      const before = process.memoryUsage().rss;
      assert.equal(codeOf(await house.outbound.fetchPage(address, { kind })), "answer-too-large-unpacked");
      assert.ok(performance.now() - began < 1000, `${coding} took ${performance.now() - began} ms`);
      assert.ok(process.memoryUsage().rss - before < 64 * 1024 * 1024, coding);
    }
});

test("what is packed twice is unpacked once", async () => {
  const twice = zlib.gzipSync(bombs.get("gzip") ?? "");
  await using house = await outboundHouse({
    "/feed": reply({ body: twice, headers: { "content-encoding": "gzip" } }),
    "/chained": reply({ body: twice, headers: { "content-encoding": "gzip, gzip" } }),
  });
  const fetched = await house.outbound.fetchPage(address);
  assert.ok(fetched.became === "fetched" && fetched.bytes.length < 1_000_000);
  assert.equal(codeOf(await house.outbound.fetchPage("http://wire.example/chained")), "coding-refused");
});

test("an endless body and an endless length are broken off", async () => {
  const most = { feed: 100_000, page: 100_000, picture: 100_000 };
  await using house = await outboundHouse(
    {
      "/feed": async (socket) => {
        socket.write(head(200));
        const more = () => {
          while (!socket.destroyed && socket.write("a".repeat(10_000)));
        };
        socket.on("drain", more);
        more();
      },
      "/length": raw(head(200, { "content-length": "9000000000000000" }), "a"),
      "/small": drip(head(200, { "content-length": "9000000000000000" }), 5),
    },
    { most, limits: { ...usualRules.limits, total: 5000 } },
  );
  for (const path of ["feed", "length", "small"])
    assert.equal(
      codeOf(await house.outbound.fetchPage(`http://wire.example/${path}`)),
      "answer-too-large",
      path,
    );
});

test("a body that was cut is marked, however it was cut, and one that ends with its connection proves nothing", async () => {
  const packed = zlib.gzipSync(text);
  await using house = await outboundHouse({
    "/length": raw(head(200, { "content-length": "100" }), "<rss><item/>"),
    "/chunk": raw(head(200, { "transfer-encoding": "chunked" }), "c\r\n<rss><item/>\r\n50\r\nabc"),
    "/last-chunk": raw(head(200, { "transfer-encoding": "chunked" }), "c\r\n<rss><item/>\r\n"),
    "/gzip": reply({ body: packed.subarray(0, packed.length - 20), headers: { "content-encoding": "gzip" } }),
    "/close": raw("HTTP/1.0 200 OK\r\n\r\n<rss><item/>"),
    "/whole": raw(head(200, { "transfer-encoding": "chunked" }), "c\r\n<rss><item/>\r\n0\r\n\r\n"),
  });
  const complete = async (path: string) => {
    const fetched = await house.outbound.fetchPage(`http://wire.example/${path}`);
    return fetched.became === "fetched" ? fetched.complete : fetched;
  };
  for (const path of ["length", "chunk", "last-chunk", "gzip"])
    assert.equal(await complete(path), "cut", path);
  assert.equal(await complete("close"), "unproven");
  assert.equal(await complete("whole"), "proven");
});
