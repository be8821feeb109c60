import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const src = join(import.meta.dirname, "..");
const files = globSync("**/*.ts", { cwd: src }).filter((file) => !file.endsWith(".test.ts"));

// What opens a connection, by the names it goes under. Listening is not opening.
const openers: Readonly<Record<string, RegExp>> = {
  "global fetch": /(?<![.\w]|function )fetch\s*\(|globalThis\.fetch|window\.fetch/,
  "a network module":
    /(?:from|import|require)\s*\(?\s*["'](?:node:)?(?:http2?|https|net|tls|dgram|dns(?:\/promises)?|inspector|quic)["']/,
  "a client library":
    /(?:from|import|require)\s*\(?\s*["'](?:undici|pg|nodemailer|ws|axios|got|node-fetch|ipp|ioredis)(?:\/[^"']*)?["']/,
  "a browser's connection":
    /new\s+(?:WebSocket|EventSource|XMLHttpRequest|WebTransport|RTCPeerConnection)\b|sendBeacon\(/,
  "another program": /(?:from|import|require)\s*\(?\s*["'](?:node:)?(?:child_process|cluster)["']/,
};

// Each exception by name, with its reason. In a browser, `fetch` goes to our own origin under its content policy.
const mayOpen: readonly (readonly [file: RegExp, opener: string, why: string])[] = [
  [/^outbound\/(network|reach|read-address|exchange)\.ts$/, "*", "this is the way out"],
  [/^store\/dialects\//, "a client library", "the operator's own database"],
  [/^store\/dialects\//, "a network module", "the operator's own database"],
  [/^server\//, "a network module", "the door of the newsroom listens; its private socket is a file"],
  [/^cli\//, "a network module", "speaks to a running newsroom over the private socket in its folder"],
  [/^(desk\/screens|site\/islands)\//, "global fetch", "browser code, own origin"],
];

test("nothing but outbound opens a connection", () => {
  const found = files.flatMap((file) => {
    const code = withoutComments(readFileSync(join(src, file), "utf8"));
    return Object.entries(openers)
      .filter(([, pattern]) => pattern.test(code))
      .map(([opener]) => ({ file: file.replaceAll("\\", "/"), opener }));
  });
  const unexcused = found.filter(
    ({ file, opener }) =>
      !mayOpen.some(([pattern, what]) => pattern.test(file) && (what === "*" || what === opener)),
  );
  assert.deepEqual(unexcused, []);
  assert.ok(
    found.some(({ file }) => file === "outbound/network.ts"),
    "the scan sees what it looks for",
  );
});

test("the scan knows every kind of opening", () => {
  const holes = [
    'await fetch("http://x")',
    'import { request } from "node:https";',
    'const net = await import("net");',
    'import { request } from "undici";',
    'const { Pool } = await import("pg");',
    "new WebSocket(address)",
    "new EventSource(address)",
    'import { execFile } from "node:child_process";',
    'import { createSocket } from "node:dgram";',
  ];
  for (const hole of holes)
    assert.ok(
      Object.values(openers).some((pattern) => pattern.test(hole)),
      hole,
    );
  assert.ok(!Object.values(openers).some((pattern) => pattern.test("await outbound.fetchPage(address)")));
});

test("the hook of the test run stops a connection that would leave this machine, and no other", async () => {
  const hook = join(src, "../test/house/connections.ts");
  const run = (code: string) =>
    new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        ["--import", hook, "--input-type=module", "--eval", code],
        (_, out, complaint) => resolve(/LEFT_THE_MACHINE/.exec(complaint)?.[0] ?? out.trim()),
      );
    });
  const ways = [
    'import net from "node:net"; net.connect(9, "192.0.2.1");',
    'import net from "node:net"; net.connect({ host: "2001:db8::1", port: 9 });',
    'import tls from "node:tls"; tls.connect(9, "192.0.2.1");',
    'import http from "node:http"; http.get("http://192.0.2.1/");',
    'await fetch("http://192.0.2.1/", { signal: AbortSignal.timeout(3000) });',
  ];
  assert.deepEqual(
    await Promise.all(ways.map(run)),
    ways.map(() => "LEFT_THE_MACHINE"),
  );
  const local = `import net from "node:net"; const s = net.createServer(x => x.end()).listen(0, "127.0.0.1", () =>
    net.connect(s.address().port, "127.0.0.1").on("close", () => { s.close(); console.log("open"); }).resume());`;
  assert.equal(await run(local), "open");
});

const withoutComments = (code: string) => code.replace(/\/\*[^]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
