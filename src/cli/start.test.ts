import assert from "node:assert/strict";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { test, type TestContext } from "node:test";

const main = join(import.meta.dirname, "../main.ts");
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Wire</title><link>https://wire.example/</link>
<description>d</description><item><title>North quay closed</title><guid>https://wire.example/1</guid>
<description>The board met.</description></item></channel></rss>`;

type Offstone = ChildProcessByStdio<null, Readable, Readable>;

async function aHouse(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), "offstone-start-"));
  await writeFile(join(folder, "wire.xml"), feed);
  const port = await freePort();
  const env = {
    ...process.env,
    OFFSTONE_DATA: join(folder, "data"),
    PORT: String(port),
    OFFSTONE_SAMPLE: "off",
  };
  const running: Offstone[] = [];
  const offstone = (...args: string[]): Offstone => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.push(child);
    return child;
  };
  t.after(async () => {
    for (const child of running) child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  return { offstone, address: `http://127.0.0.1:${port}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function opened(child: Offstone): Promise<void> {
  const gone = once(child, "exit").then(() => assert.fail("it ended before it had opened"));
  await Promise.race([once(child.stdout, "data"), gone]);
}

async function ended(child: Offstone): Promise<{ exit: unknown; out: string; err: string }> {
  const said = { out: "", err: "" };
  child.stdout.on("data", (part) => (said.out += String(part)));
  child.stderr.on("data", (part) => (said.err += String(part)));
  const [exit] = await once(child, "close");
  return { exit, ...said };
}

test("a newsroom opens, is asked over its private line, refuses a second one, and stops with 0", async (t) => {
  const { offstone, address } = await aHouse(t);
  const newsroom = offstone("start");
  await opened(newsroom);
  assert.equal((await fetch(`${address}/healthz`)).status, 200);
  assert.equal((await fetch(`${address}/readyz`)).status, 200);
  const second = await ended(offstone("start"));
  assert.equal(second.exit, 1);
  assert.match(second.err, new RegExp(String(newsroom.pid)));
  const imported = await ended(offstone("import", "wire.xml", "--json"));
  assert.equal(imported.exit, 0);
  assert.equal(JSON.parse(imported.out).status, "draft");
  newsroom.kill("SIGTERM");
  assert.equal((await ended(newsroom)).exit, 0);
  await assert.rejects(fetch(`${address}/healthz`));
});

test("after a kill -9 the next command and the next start find nothing stale", async (t) => {
  const { offstone, address } = await aHouse(t);
  const first = offstone("start");
  await opened(first);
  first.kill("SIGKILL");
  await ended(first);
  assert.equal((await ended(offstone("staff", "list"))).exit, 0);
  const next = offstone("start");
  await opened(next);
  assert.equal((await fetch(`${address}/`)).status, 200);
  assert.equal((await ended(offstone("staff", "list"))).exit, 0);
});
