import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { Refusal } from "../base/refusal.ts";
import type { Exit } from "./command.ts";
import { receiveCommand, sendCommand } from "./commands-over-line.ts";
import { openPrivateLine, reachNewsroom } from "./private-line.ts";
import { terminalOf, type Terminal } from "./terminal.ts";
import { aShell } from "../../test/house/a-shell.ts";

type CarryOut = (args: readonly string[], terminal: Terminal) => Promise<Exit>;

async function aFolder(t: TestContext, deep = ""): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "offstone-line-"));
  t.after(async () => rm(folder, { recursive: true, force: true }));
  if (deep !== "") await mkdir(join(folder, deep), { recursive: true });
  return join(folder, deep);
}

async function aLine(t: TestContext, data: string, carryOut: CarryOut): Promise<Socket> {
  const open = await openPrivateLine(data, (line) => void receiveCommand(line, carryOut));
  const line = await reachNewsroom(data);
  assert.ok(line);
  t.after(async () => {
    line.destroy();
    await open.close();
  });
  return line;
}

function aTerminal(folder: string, stdin = "") {
  const { said, streams } = aShell(stdin);
  return { said, terminal: terminalOf(streams, folder) };
}

test("a command carried out by the running newsroom speaks in the shell it was given in", async (t) => {
  const data = await aFolder(t);
  const line = await aLine(t, data, async (args, terminal) => {
    await terminal.say(`did ${args.join(" ")}\n`);
    await terminal.remark("with care\n");
    return 2;
  });
  const { said, terminal } = aTerminal(data);
  assert.equal(await sendCommand(["import", "x"], terminal, line), 2);
  assert.deepEqual(said, { out: "did import x\n", err: "with care\n" });
});

test("the newsroom reads files and standard input of the shell, large ones too", async (t) => {
  const data = await aFolder(t);
  const bytes = Buffer.alloc(3_000_000, "abc");
  await writeFile(join(data, "copy.html"), bytes);
  const line = await aLine(t, data, async (_, terminal) => {
    const file = await terminal.read("copy.html", 4_000_000);
    const typed = await terminal.read("-", 100);
    await terminal.say(`${Buffer.from(file).equals(bytes)} ${Buffer.from(typed).toString()}`);
    return 0;
  });
  const { said, terminal } = aTerminal(data, "typed");
  assert.equal(await sendCommand(["import"], terminal, line), 0);
  assert.equal(said.out, "true typed");
});

test("a file that is missing or too large is refused alike on both sides of the line", async (t) => {
  const data = await aFolder(t);
  await writeFile(join(data, "large"), "0123456789");
  const here = aTerminal(data).terminal;
  for (const [path, code] of [
    ["none", "file-unreadable"],
    ["large", "file-too-large"],
    [".", "file-unreadable"],
  ] as const) {
    const refused = (error: unknown) => error instanceof Refusal && error.code === code;
    await assert.rejects(here.read(path, 5), refused);
    const line = await aLine(t, await aFolder(t), async (_, terminal) => {
      await assert.rejects(terminal.read(path, 5), refused);
      return 0;
    });
    assert.equal(await sendCommand([], here, line), 0);
  }
});

test("the line is open to nobody else on the machine", async (t) => {
  const data = await aFolder(t);
  await aLine(t, data, async () => 0);
  assert.equal((await stat(join(data, "offstone.sock"))).mode & 0o777, 0o600);
});

test("a folder with a very long name has its line too", async (t) => {
  const data = await aFolder(t, "a".repeat(120));
  const line = await aLine(t, data, async () => 1);
  assert.equal(await sendCommand([], aTerminal(data).terminal, line), 1);
});

test("no newsroom answers where none runs, or where one died", async (t) => {
  const data = await aFolder(t);
  assert.equal(await reachNewsroom(data), undefined);
  await writeFile(join(data, "offstone.sock"), "");
  assert.equal(await reachNewsroom(data), undefined);
  const line = await aLine(t, data, async () => 0);
  assert.equal(await sendCommand([], aTerminal(data).terminal, line), 0);
});

test("a newsroom that ends in the middle leaves a clear refusal", async (t) => {
  const data = await aFolder(t);
  const server = createServer((line) => line.once("data", () => line.destroy()));
  await new Promise<void>((done) => server.listen(join(data, "offstone.sock"), done));
  t.after(() => server.close());
  const line = await reachNewsroom(data);
  assert.ok(line);
  await assert.rejects(
    sendCommand([], aTerminal(data).terminal, line),
    (error) => error instanceof Refusal && error.code === "newsroom-gone",
  );
});

test("a shell that is interrupted tells the newsroom", async (t) => {
  const data = await aFolder(t);
  const told = Promise.withResolvers<boolean>();
  const line = await aLine(t, data, async (_, terminal) => {
    terminal.interrupted.addEventListener("abort", () => told.resolve(true));
    await told.promise;
    return 0;
  });
  const sent = sendCommand([], aTerminal(data).terminal, line);
  setTimeout(() => line.destroy(), 20);
  assert.equal(await told.promise, true);
  await assert.rejects(sent);
});
